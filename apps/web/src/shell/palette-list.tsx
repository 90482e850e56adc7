import { useId, useState } from 'react';
import classes from './command-palette.module.css';
import { usePaletteEntries } from './palette-entries.ts';

/** A combobox over a list box: the focus stays in the field, the arrows move the choice (ARIA APG, combobox). */
export function PaletteList({ onDone }: { onDone: () => void }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const { entries, searching } = usePaletteEntries(typed);
  const at = Math.min(chosen, entries.length - 1);
  const run = (index: number) => {
    onDone();
    entries[index]?.run();
  };
  const move: Record<string, () => void> = {
    ArrowDown: () => setChosen((at + 1) % Math.max(1, entries.length)),
    ArrowUp: () => setChosen((at - 1 + entries.length) % Math.max(1, entries.length)),
    Home: () => setChosen(0),
    End: () => setChosen(entries.length - 1),
    Enter: () => run(at),
  };
  return (
    <>
      <input
        className={classes.field}
        role="combobox"
        aria-label="Search and commands"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        placeholder="Name of a record, a page or a command"
        autoComplete="off"
        data-autofocus
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          const step = move[event.key];
          if (!step) return;
          event.preventDefault();
          step();
        }}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Records, commands and pages" className={classes.list}>
        {entries.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled in the field, which keeps the focus
          <div
            key={entry.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={classes.entry}
            ref={(node) => {
              if (index === at) node?.scrollIntoView({ block: 'nearest' });
            }}
            onMouseMove={() => setChosen(index)}
            onClick={() => run(index)}
          >
            <span>{entry.name}</span>
            <span className={classes.second}>{entry.second}</span>
          </div>
        ))}
      </div>
      <p className={classes.said} role="status">
        {entries.length === 0 && (searching ? 'Searching' : `Nothing is called “${typed}”.`)}
      </p>
    </>
  );
}
