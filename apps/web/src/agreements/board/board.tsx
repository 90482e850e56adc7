import { BOARD_COLUMNS } from '@attestry/domain/agreements/board.ts';
import { type ReactNode, useId, useRef } from 'react';
import { KeyHint } from '../../ui/key-hint.tsx';
import { numberText } from '../../ui/words.ts';
import { AgreementCard } from './agreement-card.tsx';
import classes from './board.module.css';
import { type Board as BoardAnswer, COLUMNS } from './board-columns.ts';
import { MissingCard } from './missing-card.tsx';
import { useBoardKeys } from './use-board-keys.ts';

/** Agreements by where they stand; on a phone the columns lie one below the other. */
export function Board({ board, asOf }: { board: BoardAnswer; asOf: string | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  useBoardKeys(place);
  const { missing } = board;
  return (
    <>
      <div ref={place} className={classes.board}>
        <Column
          title={BOARD_COLUMNS.missing}
          count={missing.count}
          shown={missing.services.length}
          none="PHI reaches no service without one."
        >
          {missing.services.map((one) => (
            <MissingCard key={one.service.id} missing={one} asOf={asOf} />
          ))}
        </Column>
        {COLUMNS.map(({ id, title, none }) => (
          <Column key={id} title={title} count={board[id].count} shown={board[id].agreements.length} none={none}>
            {board[id].agreements.map((card) => (
              <AgreementCard key={card.id} card={card} asOf={asOf} />
            ))}
          </Column>
        ))}
      </div>
      <p className={classes.hints}>
        <KeyHint>h</KeyHint> <KeyHint>l</KeyHint> columns <KeyHint>j</KeyHint> <KeyHint>k</KeyHint> cards{' '}
        <KeyHint>Enter</KeyHint> open
      </p>
    </>
  );
}

interface ColumnProps {
  title: string;
  count: number;
  shown: number;
  none: string;
  children: ReactNode;
}

function Column({ title, count, shown, none, children }: ColumnProps) {
  const id = useId();
  return (
    <section className={classes.column} aria-labelledby={id} data-column>
      <h2 id={id} className={classes.head}>
        {title} <span className={classes.count}>{numberText(count)}</span>
      </h2>
      {count === 0 ? <p className={classes.none}>{none}</p> : <ul className={classes.cards}>{children}</ul>}
      {count > shown && <p className={classes.none}>And {numberText(count - shown)} more, in the register.</p>}
    </section>
  );
}
