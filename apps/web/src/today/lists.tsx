import { CHOICES } from '@attestry/domain/ai-systems/words.ts';
import type { TodayQuery } from '../generated/graphql.ts';
import { useToday } from '../shell/session.ts';
import { DateText } from '../ui/date-text.tsx';
import { distanceText } from '../ui/dates.ts';
import { Section } from '../ui/section.tsx';
import { Status } from '../ui/status.tsx';
import { counted } from '../ui/words.ts';
import { Lines } from './lines.tsx';
import { WAITING } from './today-query.ts';

/** What waits, what is late, what is not known; each only where there is something. */
export function Lists({ data }: { data: TodayQuery }) {
  const today = useToday();
  const { aiSystemSummary: summary, waiting, phiUnknown, ownerless } = data;
  const late = data.reviews.nodes.filter(({ nextReviewOn }) => nextReviewOn && nextReviewOn < today);
  return (
    <>
      <Section
        title="Waits for a decision"
        text={waiting.totalCount > 0 && 'Found, proposed or in review: does it go on?'}
      >
        <Lines
          nodes={waiting.nodes}
          total={waiting.totalCount}
          none="No AI system waits for a decision."
          all={{ stage: WAITING }}
          second={({ stage }) => CHOICES.stage[stage]}
        />
      </Section>
      <Section title="Late" text={summary.overdueReview > 0 && `${counted(summary.overdueReview, 'review')} overdue.`}>
        <Lines
          nodes={late}
          total={summary.overdueReview}
          none="No review is overdue."
          all={{ sort: 'next_review_on' }}
          second={({ nextReviewOn }) => (
            <>
              <Status standing="gap">Due {distanceText(nextReviewOn!, today)}</Status> <DateText day={nextReviewOn!} />
            </>
          )}
        />
      </Section>
      <Section
        title="Not known"
        text={summary.phiUnknown > 0 && 'Unknown counts as the worse case until somebody says.'}
      >
        <Lines
          nodes={phiUnknown.nodes}
          total={phiUnknown.totalCount}
          none="Of every AI system it is known whether it uses PHI."
          all={{ phi: ['unknown'] }}
          second={() => <Status standing="unknown">PHI unknown</Status>}
        />
        <Lines
          nodes={ownerless.nodes}
          total={ownerless.totalCount}
          none="Every AI system has a business owner."
          all={{ owner: [''] }}
          second={() => <Status standing="unknown">No owner</Status>}
        />
      </Section>
    </>
  );
}
