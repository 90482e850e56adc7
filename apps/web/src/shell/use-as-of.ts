import { useNavigate, useSearch } from '@tanstack/react-router';
import { useToday } from './session.ts';

export interface AsOf {
  /** The day looked at, when it is not today. */
  asOf: string | undefined;
  /** The past is read and never changed. */
  readOnly: boolean;
  lookAt: (day: string | undefined) => void;
}

/** The day the page is looked at, from the address. */
export function useAsOf(): AsOf {
  const today = useToday();
  const search = useSearch({ strict: false }) as { asOf?: string };
  const navigate = useNavigate();
  const asOf = search.asOf && search.asOf < today ? search.asOf : undefined;
  const lookAt = (day: string | undefined) =>
    void navigate({
      to: '.',
      search: ((previous: object) => ({ ...previous, asOf: day && day < today ? day : undefined })) as never,
    });
  return { asOf, readOnly: asOf !== undefined, lookAt };
}
