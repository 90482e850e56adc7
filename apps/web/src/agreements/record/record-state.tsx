import { Link } from '@tanstack/react-router';
import { useSession } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { Why } from '../../ui/why.tsx';
import { partyNames } from '../facts/party-names.ts';
import { stateWords } from '../facts/state-words.ts';
import { whyReasons } from '../facts/why-reasons.ts';
import type { AgreementOnPage } from './agreement-on-page.ts';

/** Who binds whom, and where the agreement stands, in words with the reasons. */
export function RecordState({ agreement }: { agreement: AgreementOnPage }) {
  const { organization, today } = useSession();
  const { asOf } = useAsOf();
  const { upper, upperIs, lower, lowerIs } = partyNames(agreement, organization.name);
  return (
    <>
      {agreement.upperVendor ? <VendorLink id={agreement.upperVendor.id} name={upper} asOf={asOf} /> : upper} ({upperIs}
      ) and <VendorLink id={agreement.vendor.id} name={lower} asOf={asOf} /> ({lowerIs}).
      <br />
      {stateWords(agreement, organization.name, asOf ?? today)}{' '}
      <Why label="Why it stands there" reasons={whyReasons(agreement.standing.reasons)} />
    </>
  );
}

const VendorLink = ({ id, name, asOf }: { id: string; name: string; asOf: string | undefined }) => (
  <Link to="/vendors/$id" params={{ id }} search={asOf ? { asOf } : {}}>
    {name}
  </Link>
);
