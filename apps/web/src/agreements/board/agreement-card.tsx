import { IconPaperclip } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSession } from '../../shell/session.ts';
import { Status } from '../../ui/status.tsx';
import { fileOf } from '../facts/file-of.ts';
import classes from './board.module.css';
import type { Card, EndedCard } from './board-columns.ts';
import { type CardWords, cardWords, obligationWords } from './card-words.ts';

/** Vendor, title, the day that matters; its file is one press away. */
export function AgreementCard({ card, asOf }: { card: Card | EndedCard; asOf: string | undefined }) {
  const { organization, today } = useSession();
  const day = asOf ?? today;
  const file = fileOf(card.documents);
  const at = asOf ? { asOf } : {};
  return (
    <li className={classes.card}>
      <Link
        to="/agreements/$id"
        params={{ id: card.id }}
        search={at}
        className={classes.open}
        data-card
        preload={false}
      >
        <span className={classes.vendor}>{card.vendor.name}</span>
        <span className={classes.title}>{card.title}</span>
      </Link>
      <Words words={cardWords(card, organization.name, day)} />
      {'obligations' in card && <Words words={obligationWords(card.obligations, day)} />}
      {file ? (
        <Link
          to="/agreements/$id"
          params={{ id: card.id }}
          search={{ ...at, tab: 'documents', file: file.id }}
          className={classes.file}
          preload={false}
          aria-label={`File of ${card.title}: ${file.title}`}
        >
          <IconPaperclip size={14} stroke={1.75} aria-hidden />
          {file.title}
        </Link>
      ) : (
        <p className={classes.noFile}>No file</p>
      )}
    </li>
  );
}

function Words({ words: { text, mark } }: { words: CardWords }) {
  return (
    <p className={classes.words}>
      {text}
      {mark && (
        <>
          {' '}
          <Status standing={mark.standing}>{mark.word}</Status>
        </>
      )}
    </p>
  );
}
