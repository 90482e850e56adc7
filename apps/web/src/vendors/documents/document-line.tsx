import { VENDOR_EVIDENCE_KINDS } from '@attestry/domain/vendors/evidence.ts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { VendorDocumentFragment } from '../../generated/graphql.ts';
import { useMay, useToday } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { DateText, InstantText } from '../../ui/date-text.tsx';
import { distanceText } from '../../ui/dates.ts';
import { Why } from '../../ui/why.tsx';
import { counted } from '../../ui/words.ts';
import classes from '../record/record.module.css';
import { StandingMark } from './standing-mark.tsx';

export function DocumentLine({ filed, withdraw }: { filed: VendorDocumentFragment; withdraw?: () => void }) {
  const today = useToday();
  const { asOf, readOnly } = useAsOf();
  const mayWithdraw = useMay('vendor-evidence.withdraw') && !readOnly;
  const { title, kind, document, note, effectiveOn, expiresOn, standing, usedBy, withdrawnAt, withdrawnReason } = filed;
  return (
    <tr>
      <td>
        {document ? (
          <Link to="/documents/$id/view" params={{ id: document.id }}>
            {title}
          </Link>
        ) : (
          <span>{title}</span>
        )}
        <span className={classes.second}>
          {VENDOR_EVIDENCE_KINDS[kind]}
          {!document && '; no file is attached'}
        </span>
        {note && <span className={classes.second}>{note}</span>}
        {withdrawnAt && (
          <span className={classes.second}>
            Withdrawn <InstantText at={withdrawnAt} dayOnly />: {withdrawnReason}
          </span>
        )}
      </td>
      <td>
        {withdrawnAt ? (
          <span className={classes.nothing}>Withdrawn</span>
        ) : (
          <>
            <StandingMark state={standing.state} />{' '}
            <Why label={`Why: standing of ${title}`} reasons={[standing.reason]} />
          </>
        )}
      </td>
      <td data-label="Speaks from:">{effectiveOn && <DateText day={effectiveOn} />}</td>
      <td data-label="Expires on:">
        {expiresOn && (
          <>
            <DateText day={expiresOn} />
            <span className={classes.second}>{distanceText(expiresOn, asOf ?? today)}</span>
          </>
        )}
      </td>
      <td data-label="Received:">
        <InstantText at={filed.createdAt} dayOnly />
      </td>
      <td data-label="Answers resting on it:">
        {usedBy.length > 0 ? counted(usedBy.length, 'answer') : <span className={classes.nothing}>None</span>}
      </td>
      <td className="fit">
        {withdraw && mayWithdraw && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={withdraw} aria-label={`Withdraw ${title}…`}>
            Withdraw…
          </Button>
        )}
      </td>
    </tr>
  );
}
