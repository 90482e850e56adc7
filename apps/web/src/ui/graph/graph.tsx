import { lazy, Suspense } from 'react';
import { RowsShape } from '../shapes.tsx';
import type { GraphProps } from './graph-parts.ts';

const Drawing = lazy(async () => ({ default: (await import('./graph-drawing.tsx')).GraphDrawing }));

/** A directed graph, laid out by itself. The layout comes as a chunk of its own, when the first drawing is shown. */
export function Graph(props: GraphProps) {
  return (
    <Suspense fallback={<RowsShape rows={5} />}>
      <Drawing {...props} />
    </Suspense>
  );
}
