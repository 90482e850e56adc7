import type { AreaQuestion } from './question.ts';

export const AI: readonly AreaQuestion[] = [
  {
    id: 'ai.no-training',
    weight: 3,
    text: 'Is it excluded that our PHI trains, tunes or evaluates models that serve others?',
    evidenceExpected: 'The clause, free of "except to improve the services"; a setting that we must find is a partly.',
    citation: '45 CFR 164.502(a)(3)',
  },
  {
    id: 'ai.outputs-are-phi',
    weight: 2,
    text: 'Does it protect outputs, embeddings and indexes made from PHI as PHI?',
    evidenceExpected: 'The definition of PHI or customer data in the agreement.',
    citation: '45 CFR 160.103',
  },
  {
    id: 'ai.prompts-not-kept',
    weight: 2,
    text: 'Are prompts and outputs not kept, or only as long as we set, on every endpoint we use?',
    evidenceExpected: 'The setting and the endpoints it holds for; files, batches and caches are often left out.',
    citation: 'policy',
  },
  {
    id: 'ai.artefacts-deleted',
    weight: 2,
    text: 'Can embeddings, adapters and checkpoints made from our PHI be deleted, or else protected for as long as they exist?',
    evidenceExpected: 'What is deleted within how many days, and a certificate that names it.',
    citation: '45 CFR 164.504(e)(2)(ii)(J)',
  },
  {
    id: 'ai.deidentification',
    weight: 2,
    text: 'Does it de-identify PHI only where we permit it, and by a method of the Privacy Rule?',
    evidenceExpected: 'The permission, the method (Safe Harbor or expert), and the ban on identifying again.',
    citation: '45 CFR 164.514(b)',
  },
  {
    id: 'ai.model-changes',
    weight: 2,
    text: 'Are we told before a model, its version or its instructions change, with time to test?',
    evidenceExpected: 'Days of notice, or a version that stays as it is.',
    citation: 'policy',
  },
  {
    id: 'ai.misuse-tested',
    weight: 2,
    text: 'Was it tested against prompt injection and against leaking one person’s data to another?',
    evidenceExpected: 'What was tried, when, on which version, and what was changed after it.',
    citation: 'policy',
  },
  {
    id: 'ai.fairness',
    weight: 1,
    text: 'Does it give us what we need to see whether the tool treats groups of patients differently?',
    evidenceExpected: 'Inputs that stand for race, sex, age or disability, and results by group.',
    citation: '45 CFR 92.210',
  },
  {
    id: 'ai.human-oversight',
    weight: 2,
    text: 'Does a person decide before the tool acts on care, and can the tool be stopped at once?',
    evidenceExpected: 'Where a person confirms, and how it is switched off.',
    citation: 'policy',
  },
];
