import classes from './unknown.module.css';

/** Unknown looks unknown: hatched, and said. */
export const Unknown = ({ word = 'Unknown' }: { word?: string }) => <span className={classes.unknown}>{word}</span>;
