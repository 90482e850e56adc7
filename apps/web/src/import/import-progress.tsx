import { useTask } from '../shell/tasks.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import classes from './import.module.css';
import type { ImportOnPage } from './import-on-page.ts';

/** Work in the background: the page can be left, and shows the result to whoever comes back. */
export function ImportProgress({ one, label }: { one: ImportOnPage; label: string }) {
  const task = useTask(one.task);
  return (
    <div className={classes.block}>
      <ProgressBar label={label} done={task?.done ?? 0} total={task?.total} message={task?.message || label} />
      <p className={classes.dim}>You can leave this page; the work goes on, and the result stays here.</p>
    </div>
  );
}
