import { dayText } from '@attestry/domain/time/day-text.ts';
import { VENDOR_TIERS } from '@attestry/domain/vendors/facts.ts';
import { useToday } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { distanceText } from '../../ui/dates.ts';
import { Why } from '../../ui/why.tsx';
import { coverageToday } from './coverage-today.ts';
import { coverageWords, serviceWords } from './state-words.ts';
import type { FlowOnPage, VendorOnPage } from './vendor-on-page.ts';

/** Where the vendor stands, in words with the reasons: use, services, cover, weight and the next look at it. */
export function RecordState({ vendor, flows }: { vendor: VendorOnPage; flows: readonly FlowOnPage[] | undefined }) {
  const today = useToday();
  const { asOf } = useAsOf();
  const { offboardedOn, offboardedReason, services } = vendor;
  return (
    <>
      {offboardedOn && `Offboarded on ${dayText(offboardedOn)}: ${ended(offboardedReason)} `}
      {serviceWords(services)}{' '}
      {flows &&
        coverageWords(services, coverageToday(flows)).map(({ key, text, service }) => (
          <span key={key}>
            {text}{' '}
            {service && service.reasons.length > 0 && (
              <>
                <Why label={`Why: ${text}`} reasons={service.reasons} />{' '}
              </>
            )}
          </span>
        ))}
      <br />
      {standing(vendor, asOf ?? today)}
    </>
  );
}

function standing({ tier, owner, nextReviewOn }: VendorOnPage, today: string): string {
  const weight = tier === 'unknown' ? 'Tier unknown' : `Tier ${VENDOR_TIERS[tier].toLowerCase()}`;
  const looks = owner ? `looked after by ${owner}` : 'nobody is recorded as looking after it';
  const review = nextReviewOn
    ? `next review ${dayText(nextReviewOn)} (${distanceText(nextReviewOn, today)})`
    : 'no review is planned';
  return `${weight}; ${looks}; ${review}.`;
}

const ended = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
