import { DataTable } from '../../ui/data-table.tsx';
import record from '../record/record.module.css';
import { NameChoice } from './name-choice.tsx';
import type { Choice, NameGroup, ReadLine } from './name-choices.ts';

interface Props {
  groups: readonly NameGroup[];
  choices: Readonly<Record<string, Choice>>;
  idOf: (key: string) => string;
  /** Somebody tried to go on. */
  asked: boolean;
  except: string;
  change: (key: string, choice: Choice) => void;
}

/** Each name of the list with what is said of it, and the vendor that it is. */
export function CheckNames({ groups, choices, idOf, asked, except, change }: Props) {
  return (
    <DataTable
      label="Names of the list"
      head={
        <>
          <th>As the list says</th>
          <th>What for</th>
          <th>Where</th>
          <th>Vendor on record</th>
        </>
      }
    >
      {groups.map((group) => (
        <tr key={group.key}>
          <td>
            <span className={record.name}>{group.name}</span>
            {saidOf(group.lines, 'services').map((services) => (
              <span key={services} className={record.second}>
                for {services}
              </span>
            ))}
          </td>
          <td data-label="What for:">{saidOf(group.lines, 'purpose').join('; ')}</td>
          <td data-label="Where:">{saidOf(group.lines, 'location').join('; ')}</td>
          <td>
            <NameChoice
              id={idOf(group.key)}
              group={group}
              choice={choices[group.key]}
              change={(choice) => change(group.key, choice)}
              error={asked && choices[group.key] === undefined ? 'Choose which vendor it is.' : undefined}
              except={except}
            />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

const saidOf = (lines: readonly ReadLine[], fact: 'services' | 'purpose' | 'location'): string[] => [
  ...new Set(lines.map(({ entry }) => entry[fact]).filter(Boolean)),
];
