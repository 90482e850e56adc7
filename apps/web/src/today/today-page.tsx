import { dayText } from '@attestry/domain/time/day-text.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TodayQuery } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { useMay, useToday } from '../shell/session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PageShape } from '../ui/shapes.tsx';
import { counted, numberText } from '../ui/words.ts';
import { AgreementLists } from './agreement-lists.tsx';
import { LatelyChanged } from './lately-changed.tsx';
import { Lists } from './lists.tsx';
import { todayQuery } from './today-query.ts';
import { Welcome } from './welcome.tsx';

export function TodayPage() {
  return useMay('ai-system.read') ? <Today /> : <NothingToDo />;
}

function Today() {
  const today = useToday();
  const { data, error, refetch } = useQuery(todayQuery);
  const readsLog = useMay('audit.read');
  const readsAgreements = useMay('agreement.read');
  if (error) return <FailureState failure={failureOf(error)} again={refetch} heading="h1" />;
  if (!data) return <PageShape />;
  const summary = data.aiSystemSummary;
  if (summary.total + summary.retired === 0) return <Welcome />;
  return (
    <>
      <PageHeader
        title={`Today, ${dayText(today)}`}
        state={<WhereWeStand summary={summary} gaps={data.coverageSummary.aiSystemsWithGaps} />}
      />
      <Lists data={data} />
      {readsAgreements && <AgreementLists />}
      {readsLog && <LatelyChanged />}
    </>
  );
}

function WhereWeStand({ summary, gaps }: { summary: TodayQuery['aiSystemSummary']; gaps: number }) {
  const { total, retired, phi, highestTier } = summary;
  const had = retired > 0 ? ` (and ${numberText(retired)} retired)` : '';
  return (
    <>
      {`${counted(total, 'AI system')}${had}: ${numberText(phi)} ${phi === 1 ? 'uses' : 'use'} PHI, `}
      {gaps > 0 && (
        <>
          <Link to="/coverage">{numberText(gaps)} of these without full cover</Link>,{' '}
        </>
      )}
      {`${numberText(highestTier)} ${highestTier === 1 ? 'is' : 'are'} autonomous or high-stakes (tier 4).`}
    </>
  );
}

function NothingToDo() {
  const today = useToday();
  return (
    <>
      <PageHeader title={`Today, ${dayText(today)}`} />
      <EmptyState title="Nothing waits for you">
        Your roles have no register to read and no decision to make here. Your password and your sessions are under{' '}
        <Link to="/settings/account">My account</Link>.
      </EmptyState>
    </>
  );
}
