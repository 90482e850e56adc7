import { useEffect } from 'react';

/*
 * A cover lies over everything, open dialogs included. Each dialog listens to Escape by itself, so without this the one
 * underneath would close too, and what was typed in it would be lost.
 */

const covers: (() => void)[] = [];

// When this file is loaded, and so before any dialog listens.
addEventListener(
  'keydown',
  (event) => {
    const top = covers.at(-1);
    if (event.key !== 'Escape' || !top) return;
    event.stopImmediatePropagation();
    top();
  },
  { capture: true },
);

/** While it lies there, Escape is its alone. */
export function useCover(lies: boolean, onEscape: () => void): void {
  useEffect(() => {
    if (!lies) return;
    covers.push(onEscape);
    return () => {
      covers.splice(covers.indexOf(onEscape), 1);
    };
  }, [lies, onEscape]);
}
