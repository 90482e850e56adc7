import type { Contact } from '@attestry/domain/vendors/facts.ts';
import { DateText, InstantText } from '../../ui/date-text.tsx';
import { Unknown } from '../../ui/unknown.tsx';
import { wordOf } from './fact-words.ts';
import classes from './facts.module.css';

/** The value of one fact, as it stands in a record, a difference or a choice between two. */
export function FactValue({ fact, value }: { fact: string; value: unknown }) {
  if (value === null || value === undefined || value === '') return <Nothing fact={fact} />;
  if (fact === 'contacts') return <Contacts contacts={value as Contact[]} />;
  if (value === 'unknown') return <Unknown />;
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return <DateText day={text} />;
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return <InstantText at={text} />;
  if (fact === 'website') return <Website address={text} />;
  return wordOf(fact, text) ?? <span className={classes.prose}>{text}</span>;
}

/** Facts whose absence is a gap that somebody should fill. */
const OWED = new Set(['description', 'owner', 'regions', 'dataRetention']);

const Nothing = ({ fact }: { fact: string }) =>
  OWED.has(fact) ? <Unknown word="Not recorded" /> : <span className={classes.nothing}>None recorded</span>;

/** A link only where it is plainly a web address: what people type may be anything. */
function Website({ address }: { address: string }) {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return <span className={classes.prose}>{address}</span>;
  return (
    <a href={url.href} target="_blank" rel="noopener noreferrer">
      {address}
    </a>
  );
}

function Contacts({ contacts }: { contacts: readonly Contact[] }) {
  if (contacts.length === 0) return <span className={classes.nothing}>None recorded</span>;
  return (
    <ul className={classes.contacts}>
      {contacts.map(({ name, role, email, phone }, index) => (
        <li key={index}>{[name, role, email, phone].filter(Boolean).join(', ')}</li>
      ))}
    </ul>
  );
}
