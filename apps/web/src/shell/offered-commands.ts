import { useEffect } from 'react';

/** A command as the palette lists it. */
export interface OfferedCommand {
  /** As its button says it: "Retire this system". */
  name: string;
  run: () => void;
}

let offered: readonly OfferedCommand[] = [];

/** What the page at hand lets one do, also from the palette. Offer only what the person may. */
export function useOfferedCommands(commands: readonly OfferedCommand[]): void {
  useEffect(() => {
    offered = commands;
    return () => {
      offered = [];
    };
  }, [commands]);
}

export const commandsHere = (): readonly OfferedCommand[] => offered;
