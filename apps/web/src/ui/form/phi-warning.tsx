import { looksLikePhi, SUSPECTED_IDENTIFIERS } from '@attestry/domain/ai-systems/looks-like-phi.ts';
import classes from './form.module.css';

/** Says when a text holds what looks like an identifier of a person. It warns; it does not stop anybody. */
export function PhiWarning({ text }: { text: string }) {
  const found = looksLikePhi(text);
  return (
    <div role="status">
      {found.length > 0 && (
        <p className={classes.warning}>
          {found.slice(0, 3).map(({ kind, start, end }, index) => (
            <span key={start}>
              {index > 0 && ', '}“{text.slice(start, end)}” looks like {SUSPECTED_IDENTIFIERS[kind].name}
            </span>
          ))}
          . Records here describe systems, not patients: take it out if it is a person’s.
        </p>
      )}
    </div>
  );
}
