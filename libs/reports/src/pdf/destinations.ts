import { openPdf, type PdfFile } from './pdf-file.ts';

/** The page, counted from 1, on which each anchor that a link leads to was printed; of a PDF as Chromium wrote it. */
export async function destinationsOf(path: string): Promise<Map<string, number>> {
  const pdf = await openPdf(path);
  try {
    const catalog = await pdf.read(pdf.root);
    const dests = reference(catalog, 'Dests');
    const pages = new Map((await leaves(pdf, reference(catalog, 'Pages')!)).map((page, index) => [page, index + 1]));
    const entries = dests === undefined ? [] : (await pdf.read(dests)).matchAll(/\/([\w-]+) \[(\d+) 0 R/g);
    return new Map([...entries].map(([, anchor, page]) => [anchor!, pages.get(Number(page)) ?? 0]));
  } finally {
    await pdf.close();
  }
}

/** The page objects below a node of the page tree, in order. */
async function leaves(pdf: PdfFile, node: number): Promise<number[]> {
  const text = await pdf.read(node);
  if (!/\/Type \/Pages\b/.test(text)) return [node];
  const kids = /\/Kids \[([^\]]*)\]/.exec(text)?.[1] ?? '';
  const below: number[] = [];
  for (const [, kid] of kids.matchAll(/(\d+) 0 R/g)) below.push(...(await leaves(pdf, Number(kid))));
  return below;
}

function reference(dictionary: string, name: string): number | undefined {
  const match = new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1];
  return match === undefined ? undefined : Number(match);
}
