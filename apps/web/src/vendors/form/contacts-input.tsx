import type { Contact } from '@attestry/domain/vendors/facts.ts';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './contacts-input.module.css';

const PARTS = { name: 'Name', role: 'Role', email: 'E-mail', phone: 'Telephone' } as const;
const EMPTY: Contact = { name: '', role: '', email: '', phone: '' };

/** People at the vendor, one a line. */
export function ContactsInput({
  id,
  label,
  description,
  error,
  errors,
  contacts,
  change,
}: {
  id: string;
  label: string;
  description?: string;
  error?: ReactNode;
  errors: Readonly<Record<string, ReactNode>>;
  contacts: readonly Contact[];
  change: (contacts: Contact[]) => void;
}) {
  const set = (index: number, part: Partial<Contact>) =>
    change(contacts.map((contact, at) => (at === index ? { ...contact, ...part } : contact)));
  return (
    <fieldset id={id} className={classes.contacts} aria-describedby={`${id}-hint`}>
      <legend>{label}</legend>
      <p id={`${id}-hint`} className={classes.hint}>
        {description}
      </p>
      {contacts.map((contact, index) => (
        <div key={index} className={classes.contact}>
          {(Object.keys(PARTS) as (keyof Contact)[]).map((part) => (
            <TextInput
              key={part}
              id={`fact-contacts.${index}.${part}`}
              size="sm"
              label={PARTS[part]}
              aria-label={`${PARTS[part]} of contact ${index + 1}`}
              value={contact[part]}
              error={errors[`contacts.${index}.${part}`]}
              onChange={(event) => set(index, { [part]: event.currentTarget.value })}
            />
          ))}
          <ActionIcon
            variant="subtle"
            color="gray"
            className={classes.remove}
            aria-label={`Take contact ${index + 1} away`}
            onClick={() => change(contacts.filter((_, at) => at !== index))}
          >
            <IconTrash size={16} stroke={1.75} />
          </ActionIcon>
        </div>
      ))}
      {error && <p className={classes.error}>{error}</p>}
      <Button variant="default" size="compact-sm" onClick={() => change([...contacts, EMPTY])}>
        Add a contact
      </Button>
    </fieldset>
  );
}
