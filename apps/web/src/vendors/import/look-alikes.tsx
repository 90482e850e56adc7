import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CountLookAlikesDocument } from '../../generated/graphql.ts';
import classes from '../../import/import.module.css';
import { query } from '../../shell/queries.ts';
import { counted } from '../../ui/words.ts';

/** Names that look alike are never merged by an import: people decide, pair by pair. */
export function LookAlikes() {
  const { data } = useQuery(query(CountLookAlikesDocument, {}));
  const count = data?.likelyDuplicates.totalCount ?? 0;
  if (count === 0) return null;
  return (
    <p className={classes.warning}>
      {counted(count, 'pair')} of vendors in the register {count === 1 ? 'looks' : 'look'} alike. Nothing was merged:{' '}
      <Link to="/vendors/duplicates">look at likely duplicates</Link>.
    </p>
  );
}
