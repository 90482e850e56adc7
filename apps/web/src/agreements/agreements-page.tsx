import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { AgreementStateDocument } from '../generated/graphql.ts';
import { query } from '../shell/queries.ts';
import { RegisterPage } from '../shell/register/register-page.tsx';
import { useMay } from '../shell/session.ts';
import { useAsOf } from '../shell/use-as-of.ts';
import classes from './agreements-page.module.css';
import { AgreementsState } from './agreements-state.tsx';
import { BoardPage } from './board/board-page.tsx';
import { EmptyAgreements } from './empty-agreements.tsx';
import { AGREEMENTS } from './register/register.tsx';

const route = getRouteApi('/signed-in/agreements');

/** One place, two views: the board and the register. */
export function AgreementsPage() {
  const { view } = route.useSearch();
  const { asOf } = useAsOf();
  const register = view === 'register';
  // The board answers its own counts.
  const counts = useQuery({ ...query(AgreementStateDocument, { asOf }), enabled: register }).data;
  const actions = <Actions view={view} />;
  if (!register) return <BoardPage actions={actions} />;
  return (
    <RegisterPage
      register={AGREEMENTS}
      state={counts && <AgreementsState counts={counts} asOf={asOf} />}
      actions={actions}
      empty={<EmptyAgreements asOf={asOf} />}
      purpose="read agreements"
      tools={() => <OrderReport />}
    />
  );
}

/** The register on paper and as a table: all agreements, whatever is filtered here. */
function OrderReport() {
  if (!useMay('report.request')) return null;
  return (
    <Button
      component={Link}
      to="/reports"
      search={{ order: 'agreements' } as never}
      variant="default"
      size="compact-sm"
      h={28}
    >
      Report
    </Button>
  );
}

function Actions({ view }: { view: 'register' | undefined }) {
  const { asOf, readOnly } = useAsOf();
  const mayCreate = useMay('agreement.create');
  const at = asOf ? { asOf } : {};
  return (
    <>
      <nav aria-label="Views" className={classes.views}>
        <Link to="/agreements" search={at} aria-current={view ? undefined : 'page'} activeOptions={BY_ADDRESS}>
          Board
        </Link>
        <Link
          to="/agreements"
          search={{ ...at, view: 'register' }}
          aria-current={view ? 'page' : undefined}
          activeOptions={BY_ADDRESS}
        >
          Register
        </Link>
      </nav>
      {mayCreate && !readOnly && (
        <Button component={Link} to="/agreements/new">
          Add an agreement
        </Button>
      )}
    </>
  );
}

/** Both views have one path: by that alone the router would call the board current on both. */
const BY_ADDRESS = { exact: true, includeSearch: true };
