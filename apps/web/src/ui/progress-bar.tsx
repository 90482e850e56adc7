import classes from './progress-bar.module.css';

interface Props {
  /** What is being done, for those who do not see the bar. */
  label: string;
  done: number;
  /** Unknown while it is being counted. */
  total?: number | null;
  /** What it is at: "Reading rows". */
  message?: string;
  /** The counts in words of their own: "4.2 MB of 10.0 MB". */
  text?: string;
}

/** Progress with its counts; the number is said, the bar only shows it. */
export function ProgressBar({ label, done, total, message, text }: Props) {
  const share = total ? Math.min(1, done / total) : 1;
  const counts =
    text ?? (total ? `${NUMBER.format(done)} of ${NUMBER.format(total)}` : done > 0 ? NUMBER.format(done) : '');
  return (
    <div className={classes.progress}>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total ?? undefined}
        aria-valuenow={total ? done : undefined}
        aria-valuetext={[message, counts].filter(Boolean).join(', ') || undefined}
        className={classes.track}
      >
        <div className={classes.bar} data-counting={!total || undefined} style={{ width: `${share * 100}%` }} />
      </div>
      <p className={classes.counts}>{[message, counts].filter(Boolean).join(' · ')}</p>
    </div>
  );
}

const NUMBER = new Intl.NumberFormat('en-US');
