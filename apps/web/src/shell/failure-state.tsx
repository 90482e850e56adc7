import { Button } from '@mantine/core';
import { ErrorState } from '../ui/error-state.tsx';
import type { Failure } from './api-error.ts';
import { failureWords } from './failure-words.ts';

interface Props {
  failure: Failure;
  again?: () => void;
  /** `h1` where it stands in place of the whole page. */
  heading?: 'h1' | 'h2';
}

/** A failure in place of what should be there: what happened, what was kept, what to do. */
export function FailureState({ failure, again, heading }: Props) {
  const { title, text } = failureWords(failure);
  return (
    <ErrorState
      title={title}
      heading={heading}
      action={
        again && (
          <Button variant="default" onClick={again}>
            Try again
          </Button>
        )
      }
      foot={failure.requestId && `Request ${failure.requestId}`}
    >
      {text}
      {failure.reasons?.map(({ key, text: reason, citation }) => {
        const law = citation && citation !== 'policy' && `(${citation})`;
        return (
          (law || reason !== text) && (
            <p key={key}>
              {reason} {law}
            </p>
          )
        );
      })}
    </ErrorState>
  );
}
