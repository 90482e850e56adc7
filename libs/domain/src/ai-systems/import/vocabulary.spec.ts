import { describe, expect, it } from 'vitest';
import { yesNoOf } from '../../import/vocabulary.ts';
import { type ChoiceField, choiceOf } from './vocabulary.ts';

describe('choiceOf', () => {
  it.each<[ChoiceField, string, string | undefined]>([
    ['stage', 'Pre-deployment', 'proposed'],
    ['stage', 'Pilot', 'pilot'],
    ['stage', 'Deployed', 'live'],
    ['stage', 'Retired', 'retired'],
    ['stage', 'in_review', 'in_review'],
    ['stage', 'In Production', 'live'],
    ['stage', 'b) Pilot – The use case has been deployed in a limited test or pilot capacity.', 'pilot'],
    ['stage', 'maybe', undefined],
    ['origin', 'Vendor Purchased', 'vendor'],
    ['origin', 'In-house Development', 'in_house'],
    ['origin', 'Contracting and In House', 'both'],
    ['origin', 'a) Purchased from a vendor', 'vendor'],
    ['phi', 'Yes', 'yes'],
    ['phi', 'N', 'no'],
    ['phi', 'Unknown', 'unknown'],
    ['phi', 'Yes - names only', 'yes'],
    ['phi', 'b) Yes', 'yes'],
    ['phi', 'Notes only', undefined],
    ['phi', 'yesterday', undefined],
    ['phi', '', undefined],
    ['phi', '?', undefined],
    ['decisionRole', 'Autonomous', 'acts'],
    ['fdaStatus', '510(k)', 'device_cleared'],
    ['clinicalImpact', 'High-impact', undefined],
    ['vendorTrainingRights', 'No', 'prohibited'],
    ['criticality', 'Medium', 'moderate'],
    ['phiVolume', '>10,000', 'over_10000'],
    ['phiVolume', '<500', 'under_500'],
    ['phiVolume', '500', undefined],
  ])('%s: %s', (field, text, value) => {
    expect(choiceOf(field, text)).toBe(value);
  });

  it('never turns silence or an unknown word into "no"', () => {
    for (const text of [
      '',
      '-',
      'n/a',
      'see comment',
      'Depends on data sources analyzed',
      'not available',
      'nope nope',
    ])
      expect(yesNoOf(text)).not.toBe('no');
  });
});
