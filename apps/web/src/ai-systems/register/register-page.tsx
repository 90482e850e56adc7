import { Button, Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { RegisterSummaryDocument } from '../../generated/graphql.ts';
import { failureOf, isFailure } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { NoPermission } from '../../shell/no-permission.tsx';
import { query } from '../../shell/queries.ts';
import { useMay } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { RowsShape } from '../../ui/shapes.tsx';
import { counted } from '../../ui/words.ts';
import { BulkBar } from './bulk-bar.tsx';
import { EmptyByFilter, EmptyRegister } from './empty-register.tsx';
import classes from './register-page.module.css';
import { isFiltered, type RegisterSearch } from './register-search.ts';
import { RegisterState } from './register-state.tsx';
import { RegisterTable } from './register-table.tsx';
import { RegisterToolbar } from './register-toolbar.tsx';
import type { Selection } from './selection.ts';
import { useRegisterRows } from './use-register-rows.ts';
import { useRegisterSearch } from './use-register-search.ts';

export function RegisterPage() {
  const [given, change] = useRegisterSearch();
  const { asOf, readOnly } = useAsOf();
  const search = useMemo((): RegisterSearch => ({ ...given, asOf }), [given, asOf]);
  const compact = useMediaQuery('(max-width: 48em)', window.innerWidth <= 768) ?? false;
  const list = useRegisterRows(search);
  const summary = useQuery(query(RegisterSummaryDocument, { asOf }));
  const [selection, setSelection] = useState<Selection>({});
  const { rows, total, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = list;
  const readMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const selected = useMemo(() => rows.filter((row) => selection[row.id]), [rows, selection]);
  const state = summary.data?.aiSystemSummary;

  return (
    <div className={classes.page}>
      <PageHeader
        title="AI systems"
        state={state && state.total + state.retired > 0 && <RegisterState summary={state} asOf={asOf} />}
        actions={!readOnly && <AddMenu />}
      />
      {list.error && !list.data ? (
        isFailure(list.error, 'FORBIDDEN') ? (
          <NoPermission to="read the inventory of AI systems" heading="h2" />
        ) : (
          <FailureState failure={failureOf(list.error)} again={() => void list.refetch()} />
        )
      ) : list.data && total === 0 && !isFiltered(search) ? (
        <EmptyRegister asOf={asOf} />
      ) : (
        <>
          <RegisterToolbar search={search} change={change} total={total} compact={compact} />
          {list.isPending && <RowsShape rows={16} />}
          {list.data && total === 0 && <EmptyByFilter search={search} />}
          {total > 0 && (
            <RegisterTable
              rows={rows}
              total={total}
              readMore={hasNextPage && !isFetchingNextPage ? readMore : undefined}
              search={search}
              compact={compact}
              stale={isPlaceholderData}
              selection={selection}
              setSelection={setSelection}
            />
          )}
          <footer className={classes.foot}>
            <span role="status">{list.data && `${counted(total, 'system')} in this list`}</span>
            {!compact && total > 0 && (
              <span className={classes.hints}>
                <KeyHint>/</KeyHint> search <KeyHint>j</KeyHint> <KeyHint>k</KeyHint> move <KeyHint>Enter</KeyHint> open{' '}
                <KeyHint>x</KeyHint> select
              </span>
            )}
          </footer>
          <BulkBar selected={selected} clear={() => setSelection({})} />
        </>
      )}
    </div>
  );
}

function AddMenu() {
  const mayCreate = useMay('ai-system.create');
  const mayImport = useMay('ai-system.import');
  if (!mayCreate && !mayImport) return null;
  return (
    <Button.Group>
      {mayCreate && (
        <Button component={Link} to="/ai-systems/new">
          Add a system
        </Button>
      )}
      {mayImport && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button px={6} aria-label="More ways to add" className={classes.more}>
              <IconChevronDown size={16} stroke={1.75} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item component={Link} to="/ai-systems/import">
              Import from a file
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </Button.Group>
  );
}
