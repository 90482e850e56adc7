import { PEOPLE } from './people.ts';
import type { SampleChange } from './sample-record.ts';

/**
 * What was changed afterwards, in this order. The audit log tells when an event was recorded, and that is the moment
 * the sample is filled: nothing is backdated. Only dates that people state (live since, retired on) lie in the past.
 */
export const SAMPLE_CHANGES: readonly SampleChange[] = [
  {
    system: 'Quorrelby Chat (personal accounts)',
    reason:
      'Interviews at Millpond: two medical assistants pasted parts of visit notes to get patient-friendly wording.',
    facts: {
      phi: 'yes',
      phiVolume: 'under_500',
      identifiers: ['A', 'C'],
      dataClasses: 'Parts of visit notes, in two cases with first names and visit dates',
      clinicalImpact: 'indirect',
      businessOwner: PEOPLE.primaryCareDirector,
    },
  },
  {
    system: 'Quorrelby Chat (personal accounts)',
    reason: 'PHI reached a vendor without an agreement. Blocked on the network while the incident is assessed.',
    facts: { stage: 'suspended', downtimeProcedure: 'Staff use the approved patient instruction templates.' },
  },
  {
    system: 'Larkmerrin Scribe',
    reason: 'Pilot ended: 212 notes read, 3 medication errors, all caught at signing. Committee approved all sites.',
    facts: { stage: 'live', liveSince: -75, nextReviewOn: 290 },
  },
  {
    system: 'Larkmerrin Scribe',
    reason: 'The vendor can delete sooner. No dispute needed audio older than a week.',
    facts: {
      minimumNecessary:
        'Receives the audio of the visit and the problem, medication and allergy lists of that patient. Past notes, imaging and billing are not sent. The recording is kept 7 days, then deleted by the vendor.',
    },
  },
  {
    system: 'Corvemoor Retina',
    reason:
      'Pilot results accepted: sensitivity within the labeled range on 388 patients; ungradable rate down to 6 percent.',
    facts: { stage: 'live', liveSince: -40, nextReviewOn: 325 },
  },
  {
    system: 'Discharge instruction translation',
    reason:
      'Interpreter check: 2 of 40 Haitian Creole sheets stated a wrong dose. Suspended the same day; patients were called.',
    facts: { stage: 'suspended', vulnerablePopulation: 'yes', nextReviewOn: 7 },
  },
  {
    system: 'Calderwisp Session Notes',
    reason:
      'Substance use program records (42 CFR Part 2) went to the vendor; the agreement has no qualified service organization terms.',
    facts: { stage: 'suspended', notes: 'Vendor asked for written confirmation of what it holds and where.' },
  },
  {
    system: 'Denial appeal letters',
    reason: 'Amendment signed: the vendor may no longer train on our letters. What was used before is with counsel.',
    facts: { vendorTrainingRights: 'prohibited' },
  },
  {
    system: 'Interface coding assistant',
    reason:
      'Code review found test fixtures made of real ADT messages; they were part of prompts for about four months.',
    facts: {
      phi: 'yes',
      phiVolume: 'under_500',
      identifiers: ['A', 'B', 'C', 'H'],
      dataClasses: 'Source code, mapping tables, test messages; real patient messages among the fixtures until removed',
    },
  },
  {
    system: 'Interface coding assistant',
    reason: 'Fixtures replaced by synthetic messages. Review moved up to confirm that none came back.',
    facts: { nextReviewOn: 14, notes: 'Scanner for record numbers added to the commit check.' },
  },
  {
    system: 'Deterioration and sepsis score',
    reason: 'Dr. Whitcombe handed alarm management over to quality and safety.',
    facts: { businessOwner: PEOPLE.qualityDirector },
  },
  {
    system: 'Heart failure readmission score',
    reason: 'Read against 45 CFR 92.4: it supports clinical decisions, and insurance type and ZIP code are inputs.',
    facts: { decisionSupportTool: 'yes' },
  },
  {
    system: 'No-show prediction',
    reason: 'The vendor agreed to score without insurance type. ZIP code remains until its next release.',
    facts: {
      dataClasses: 'Appointment history, specialty, ZIP code, preferred language',
      minimumNecessary:
        'A scheduling number stands for the patient. Insurance type is no longer sent; ZIP code is to follow.',
    },
  },
  {
    system: 'Impression drafter',
    reason:
      'Business case accepted. In review with the condition that training on our reports is struck from the draft.',
    facts: { stage: 'in_review', nextReviewOn: 28 },
  },
  {
    system: 'Prior authorization assistant',
    reason: 'Security questionnaire returned; review begun. Infusion orders only, imaging later.',
    facts: {
      stage: 'in_review',
      clinicalArea: 'Infusion orders',
      technicalOwner: PEOPLE.integrationLead,
      nextReviewOn: 33,
    },
  },
  {
    system: 'Dapplefirth Phone Agent',
    reason: 'Agreement signed with the nurse line handover as a condition. Pilot on Saturdays only.',
    facts: { stage: 'pilot', vendorTrainingRights: 'prohibited' },
  },
  {
    system: 'Pellharrow Slide Review',
    reason: 'Validation on 120 archived cases met the threshold set beforehand. Pilot with two pathologists.',
    facts: { stage: 'pilot', users: 'Two pathologists of three' },
  },
  {
    system: 'Fennigask ECG Reader',
    reason: 'Carts updated to the release that corrects the QT interval at fast heart rates.',
    facts: { models: 'Fennigask Interpretation 9.4' },
  },
  {
    system: 'Trial matching',
    reason: 'Counted with the data team: 14,200 charts screened since it went live.',
    facts: { phiVolume: 'over_10000' },
  },
  {
    system: 'Wexholme Match',
    reason: 'Ms. Nakagawa-Rhodes left. No successor has been named.',
    facts: { businessOwner: '' },
  },
  {
    system: 'Website symptom guide',
    reason: 'Review found the vendor’s analytics script on the result page. Taken offline while it is looked into.',
    facts: { stage: 'suspended' },
  },
  {
    system: 'Website symptom guide',
    reason:
      'Not brought back: the nurse line serves the same need. Vendor confirmed deletion of transcripts; certificate on file.',
    retiredOn: -205,
  },
  {
    system: 'Claim status robot',
    reason: 'Payers now answer claim status by standard transaction. Portal accounts closed, run logs archived.',
    retiredOn: -96,
  },
  {
    system: 'Care gap letters (first generation)',
    reason: 'Replaced by outreach inside the EHR. Code and last data extract archived for six years.',
    retiredOn: -298,
  },
];
