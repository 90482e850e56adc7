import classes from './text.module.css';

/** The key that does the same. */
export const KeyHint = ({ children }: { children: string }) => <kbd className={classes.key}>{children}</kbd>;
