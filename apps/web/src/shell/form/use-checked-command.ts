import { useCallback, useState } from 'react';
import type { ZodType } from 'zod';
import type { TypedDocumentString } from '../../generated/graphql.ts';
import { fieldErrors } from '../../ui/field-errors.ts';
import { type Failure, failureOf } from '../api-error.ts';
import { useCommand } from '../queries.ts';

export interface CheckedCommand<Input, Result> {
  /** Checks by the command's own schema, then sends. */
  readonly send: (input: Input, done: (result: Result) => void) => void;
  /** What is wrong, by field of the input. */
  readonly wrong: Readonly<Record<string, string>>;
  /** What is wrong otherwise: also a field that this form does not show. */
  readonly failure: Failure | undefined;
  readonly busy: boolean;
  readonly reset: () => void;
}

/** A command behind a small form; `shown` are the fields at which it can say what is wrong. */
export function useCheckedCommand<Input, Result>(
  document: TypedDocumentString<Result, { input: Input }>,
  schema: ZodType,
  shown: readonly string[],
): CheckedCommand<Input, Result> {
  const { mutate, reset: resetCommand, error, isPending } = useCommand(document);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const send = (input: Input, done: (result: Result) => void) => {
    const problems = schema.safeParse(input).error?.issues ?? [];
    setWrong(fieldErrors(problems.map(({ path, message }) => ({ path: path.join('.'), message }))));
    if (problems.length > 0) return;
    mutate({ input }, { onSuccess: done, onError: (refused) => setWrong(fieldErrors(failureOf(refused).fields)) });
  };
  const reset = useCallback(() => {
    setWrong({});
    resetCommand();
  }, [resetCommand]);
  const failure = error ? failureOf(error) : undefined;
  const saidAtFields = failure?.code === 'INVALID' && failure.fields?.every(({ path }) => shown.includes(path));
  return { send, wrong, failure: saidAtFields ? undefined : failure, busy: isPending, reset };
}
