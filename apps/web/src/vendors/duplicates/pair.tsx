import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type LikelyDuplicatesQuery, VendorLinksDocument } from '../../generated/graphql.ts';
import { query } from '../../shell/queries.ts';
import { useMay } from '../../shell/session.ts';
import { Comparison } from './comparison.tsx';
import classes from './duplicates.module.css';
import { linksOf } from './holdings.ts';
import { KeepApartDialog } from './keep-apart-dialog.tsx';
import { MergeDialog, type Merged } from './merge-dialog.tsx';
import type { Side } from './side.ts';

type LikelyPair = LikelyDuplicatesQuery['likelyDuplicates']['nodes'][number];

/** Two vendors side by side with what each has, and what can be decided. */
export function Pair({
  pair: { vendor, other, reason },
  onMerged,
}: {
  pair: LikelyPair;
  onMerged: (merged: Merged) => void;
}) {
  const { data } = useQuery(query(VendorLinksDocument, { one: vendor.id, other: other.id }));
  const mayMerge = useMay('vendor.merge');
  const [keep, setKeep] = useState<'one' | 'other'>();
  const [keepingApart, setKeepingApart] = useState(false);
  const one: Side = { vendor, links: data && linksOf(vendor.id, data.one.links) };
  const two: Side = { vendor: other, links: data && linksOf(other.id, data.other.links) };
  const [stays, goes] = keep === 'other' ? [two, one] : [one, two];
  return (
    <section className={classes.pair} aria-label={`${vendor.name} and ${other.name}`}>
      <p className={classes.reason}>{reason.text}</p>
      <Comparison one={one} two={two} />
      {mayMerge && (
        <div className={classes.commands}>
          <Button variant="default" onClick={() => setKeep('one')}>
            Merge into {vendor.name}…
          </Button>
          <Button variant="default" onClick={() => setKeep('other')}>
            Merge into {other.name}…
          </Button>
          <Button variant="subtle" onClick={() => setKeepingApart(true)}>
            Keep apart…
          </Button>
        </div>
      )}
      <MergeDialog
        stays={stays}
        goes={goes}
        opened={keep !== undefined}
        onClose={() => setKeep(undefined)}
        onMerged={onMerged}
      />
      <KeepApartDialog vendor={vendor} other={other} opened={keepingApart} onClose={() => setKeepingApart(false)} />
    </section>
  );
}
