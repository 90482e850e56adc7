import { Skeleton, VisuallyHidden } from '@mantine/core';

/** The shape of a page while its data is on the way. */
export function PageShape({ word = 'Loading' }: { word?: string }) {
  return (
    <div aria-busy="true">
      <VisuallyHidden component="h1">{word}</VisuallyHidden>
      <Skeleton height={20} width={180} my={8} />
      <Skeleton height={14} width="min(420px, 80%)" mb={24} />
      <RowsShape />
    </div>
  );
}

/** The shape of a list: rows as high as its own. */
export function RowsShape({ rows = 8 }: { rows?: number }) {
  return (
    <div aria-busy="true">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={14} my={11} width={`${92 - ((row * 17) % 40)}%`} />
      ))}
    </div>
  );
}
