import { ActionIcon, NumberInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { numberText } from '../ui/words.ts';
import classes from './document-viewer.module.css';

interface Props {
  page: number;
  pageCount: number;
  setPage: (page: number) => void;
  zoom: number;
  setZoom: (zoom: number) => void;
}

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

/** Which page is shown, and how large. */
export function PageBar({ page, pageCount, setPage, zoom, setZoom }: Props) {
  const at = ZOOMS.indexOf(zoom);
  const go = (to: number) => setPage(Math.min(pageCount, Math.max(1, to)));
  return (
    <div role="toolbar" aria-label="Pages" className={classes.pageBar}>
      <Tool label="Previous page" disabled={page === 1} act={() => go(page - 1)} icon={IconChevronLeft} />
      <NumberInput
        aria-label="Page"
        className={classes.pageNumber}
        size="xs"
        min={1}
        max={pageCount}
        allowDecimal={false}
        hideControls
        value={page}
        onChange={(value) => typeof value === 'number' && value >= 1 && go(value)}
      />
      <span>of {numberText(pageCount)}</span>
      <Tool label="Next page" disabled={page === pageCount} act={() => go(page + 1)} icon={IconChevronRight} />
      <span className={classes.apart} />
      <Tool label="Smaller" disabled={at === 0} act={() => setZoom(ZOOMS[at - 1]!)} icon={IconZoomOut} />
      <span aria-live="polite">{Math.round(zoom * 100)} %</span>
      <Tool label="Larger" disabled={at === ZOOMS.length - 1} act={() => setZoom(ZOOMS[at + 1]!)} icon={IconZoomIn} />
    </div>
  );
}

interface ToolProps {
  label: string;
  disabled: boolean;
  act: () => void;
  icon: typeof IconZoomIn;
}

const Tool = ({ label, disabled, act, icon: Icon }: ToolProps) => (
  <ActionIcon variant="default" size={28} aria-label={label} disabled={disabled} onClick={act}>
    <Icon size={16} stroke={1.75} aria-hidden />
  </ActionIcon>
);
