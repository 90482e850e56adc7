import { BOARD_COLUMNS } from '@attestry/domain/agreements/board.ts';
import type { AgreementBoardQuery } from '../../generated/graphql.ts';

export type Board = AgreementBoardQuery['agreementBoard'];
export type Card = Board['signed']['agreements'][number];
export type EndedCard = Board['endedOpen']['agreements'][number];
export type Missing = Board['missing']['services'][number];

/** Columns of agreements, from left to right after the missing ones. */
export const COLUMNS = [
  { id: 'inNegotiation', title: BOARD_COLUMNS.inNegotiation, none: 'Nothing is being negotiated.' },
  { id: 'signed', title: BOARD_COLUMNS.signed, none: 'None is signed and far from its end.' },
  { id: 'expiringIn90', title: BOARD_COLUMNS.expiringIn90, none: 'None ends in 31 to 90 days.' },
  { id: 'expiringIn30', title: BOARD_COLUMNS.expiringIn30, none: 'None ends within 30 days.' },
  { id: 'endedOpen', title: BOARD_COLUMNS.endedOpen, none: 'Nothing is left to return or destroy.' },
] as const satisfies readonly { id: keyof Board; title: string; none: string }[];
