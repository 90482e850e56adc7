import { type AgreementTerms, agreementTerms, createAgreement } from '@attestry/domain/agreements/facts.ts';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { SentFile } from '../../documents/file-field.tsx';
import { CreateAgreementDocument, FileAgreementDocumentDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { failureWords } from '../../shell/failure-words.ts';
import { focusFact, useFactsForm } from '../../shell/form/use-facts-form.ts';
import { say } from '../../shell/notices.tsx';
import { useCommand } from '../../shell/queries.ts';
import { useSession } from '../../shell/session.ts';
import { fieldErrors } from '../../ui/field-errors.ts';
import { NO_SIGNATURES } from '../facts/signature-fields.tsx';
import { type Draft, fileKindOf, inputOf, NO_TERMS } from './new-agreement.ts';
import type { NewSearch } from './new-search.ts';

/** The form of a new agreement: what is typed, what is wrong with it, and recording it with its file. */
export function useNewAgreement(search: NewSearch) {
  const { kind } = useSession().organization;
  const { form, change, take } = useFactsForm<AgreementTerms>(NO_TERMS, agreementTerms);
  const [draft, setDraft] = useState<Draft>({
    vendorId: search.vendor,
    upperVendorId: undefined,
    above: kind === 'business_associate' ? 'business_associate' : 'covered_entity',
    serviceIds: search.service ? [search.service] : [],
    signatures: NO_SIGNATURES,
  });
  const [file, setFile] = useState<SentFile>();
  const [problem, setProblem] = useState<unknown>();
  const done = useRef(false);
  const create = useCommand(CreateAgreementDocument);
  const fileIt = useCommand(FileAgreementDocumentDocument);
  const navigate = useNavigate();

  const record = async (terms: AgreementTerms) => {
    setProblem(undefined);
    const input = inputOf(terms, draft);
    const wrong = wrongIn(input);
    const [first] = Object.keys(wrong);
    if (first) {
      form.setErrors(wrong);
      return focusFact(first);
    }
    try {
      const { createAgreement: made } = await create.mutateAsync({ input });
      done.current = true;
      await keepFile(made.id, terms.title);
    } catch (error) {
      if (!take(error)) setProblem(error);
    }
  };

  /** The agreement is recorded now; should its file not be filed, the page where that can be done again opens. */
  const keepFile = async (agreementId: string, title: string) => {
    let said = `“${title}” is recorded.`;
    if (file) {
      const about = { documentId: file.id, kind: fileKindOf(draft.signatures), title: withoutEnding(file.name) };
      try {
        await fileIt.mutateAsync({
          input: { agreementId, ...about, effectiveOn: draft.signatures.effectiveOn || null },
        });
      } catch (error) {
        said = `“${title}” is recorded, but its file is not filed: ${failureWords(failureOf(error)).title.toLowerCase()}.`;
      }
    }
    say(said);
    await navigate({
      to: '/agreements/$id',
      params: { id: agreementId },
      search: said.includes('not filed') ? { tab: 'documents' } : {},
    });
  };

  /** Another vendor has other services. */
  const chooseVendor = (vendorId: string | undefined) => setDraft((all) => ({ ...all, vendorId, serviceIds: [] }));
  const unsaved = () => !done.current && (form.isDirty() || file !== undefined || draft.serviceIds.length > 1);
  const busy = create.isPending || fileIt.isPending;
  return { form, change, draft, setDraft, chooseVendor, file, setFile, record, problem, unsaved, busy };
}

/** What the command's own schema says, at the fields of the form. */
function wrongIn(input: object): Record<string, string> {
  const issues = createAgreement.safeParse(input).error?.issues ?? [];
  const wrong = fieldErrors(
    issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    'facts',
  );
  if (wrong.vendorId) wrong.vendorId = 'Choose the vendor.';
  if (wrong.upperVendorId) wrong.upperVendorId = 'Choose the vendor above.';
  return wrong;
}

const withoutEnding = (name: string) => name.replace(/\.[^.]+$/, '') || name;
