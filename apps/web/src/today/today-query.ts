import { CHOICES } from '@attestry/domain/ai-systems/words.ts';
import type { Stage } from '../generated/graphql.ts';
import { TodayDocument } from '../generated/graphql.ts';
import { query } from '../shell/queries.ts';

const IN_USE: Stage[] = (Object.keys(CHOICES.stage) as Stage[]).filter((stage) => stage !== 'retired');
/** Somebody has to say whether it goes on. */
export const WAITING: Stage[] = ['discovered', 'proposed', 'in_review'];

export const todayQuery = query(TodayDocument, {
  waiting: { stage: WAITING },
  inUse: { stage: IN_USE },
  phiUnknown: { stage: IN_USE, phi: ['unknown'] },
  ownerless: { stage: IN_USE, businessOwner: [''] },
});
