/** What is wrong with an uploaded file: a sentence that names the file and says how to mend it. */
export class DocumentProblem extends Error {
  override readonly name = 'DocumentProblem';
}
