import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { BulkBar } from '../../ui/register/bulk-bar.tsx';
import type { Register, RegisterRow } from '../../ui/register/register.ts';
import classes from '../../ui/register/register-page.module.css';
import { cleared, isFiltered, type ListSearch } from '../../ui/register/register-search.ts';
import { RegisterTable } from '../../ui/register/register-table.tsx';
import { RegisterToolbar } from '../../ui/register/register-toolbar.tsx';
import type { Selection } from '../../ui/register/selection.ts';
import { useRegisterRows } from '../../ui/register/use-register-rows.ts';
import { useRegisterSearch } from '../../ui/register/use-register-search.ts';
import { RowsShape } from '../../ui/shapes.tsx';
import { counted } from '../../ui/words.ts';
import { failureOf, isFailure } from '../api-error.ts';
import { FailureState } from '../failure-state.tsx';
import { NoPermission } from '../no-permission.tsx';
import { useAsOf } from '../use-as-of.ts';
import { SavedViews } from './saved-views.tsx';

interface Props<Row extends RegisterRow, Search extends ListSearch> {
  register: Register<Row, Search>;
  /** One sentence: where the register stands. */
  state?: ReactNode;
  /** Commands beside the title. */
  actions?: ReactNode;
  /** In place of the list while nothing is recorded. */
  empty: ReactNode;
  /** Completes "Your roles do not let you …": "read the inventory of AI systems". */
  purpose: string;
  /** Beside the saved views: what is done with exactly this list. */
  tools?: (list: { search: Search; total: number }) => ReactNode;
  /** Commands on the selected rows. */
  bulk?: (selected: readonly Row[], clear: () => void) => ReactNode;
}

/** The page of a register, made of its declaration (ui/register/register.ts). */
export function RegisterPage<Row extends RegisterRow, Search extends ListSearch>({
  register,
  state,
  actions,
  empty,
  purpose,
  tools,
  bulk,
}: Props<Row, Search>) {
  const [given, change] = useRegisterSearch<Search>(register.path);
  const { asOf } = useAsOf();
  const search = useMemo((): Search => ({ ...given, asOf }), [given, asOf]);
  const compact = useMediaQuery('(max-width: 48em)', window.innerWidth <= 768) ?? false;
  const list = useRegisterRows(register, search);
  const [selection, setSelection] = useState<Selection>({});
  const { rows, total, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = list;
  const readMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const selected = useMemo(() => rows.filter((row) => selection[row.id]), [rows, selection]);
  const clear = () => setSelection({});

  return (
    <div className={classes.page}>
      <PageHeader title={register.title} state={state} actions={actions} />
      {list.error && !list.data ? (
        isFailure(list.error, 'FORBIDDEN') ? (
          <NoPermission to={purpose} heading="h2" />
        ) : (
          <FailureState failure={failureOf(list.error)} again={() => void list.refetch()} />
        )
      ) : list.data && total === 0 && !isFiltered(register.address, search) ? (
        empty
      ) : (
        <>
          <RegisterToolbar register={register} search={search} change={change} compact={compact}>
            {tools?.({ search, total })}
            <SavedViews path={register.path} />
          </RegisterToolbar>
          {list.isPending && <RowsShape rows={16} />}
          {list.data && total === 0 && (
            <EmptyByFilter register={register} search={search} clear={() => change(cleared(register.address))} />
          )}
          {total > 0 && (
            <RegisterTable
              register={register as Register<RegisterRow>}
              rows={rows}
              total={total}
              readMore={hasNextPage && !isFetchingNextPage ? readMore : undefined}
              search={search}
              change={change}
              compact={compact}
              stale={isPlaceholderData}
              selection={selection}
              setSelection={setSelection}
            />
          )}
          <footer className={classes.foot}>
            <span role="status">{list.data && `${counted(total, register.one, register.many)} in this list`}</span>
            {!compact && total > 0 && <Keys />}
          </footer>
          <BulkBar register={register} selected={selected} clear={clear}>
            {bulk?.(selected, clear)}
          </BulkBar>
        </>
      )}
    </div>
  );
}

const Keys = () => (
  <span className={classes.hints}>
    <KeyHint>/</KeyHint> search <KeyHint>j</KeyHint> <KeyHint>k</KeyHint> move <KeyHint>Enter</KeyHint> open{' '}
    <KeyHint>x</KeyHint> select
  </span>
);

/** The filters leave nothing. */
function EmptyByFilter({
  register: { one, searched },
  search,
  clear,
}: {
  register: Pick<Register<RegisterRow>, 'one' | 'searched'>;
  search: ListSearch;
  clear: () => void;
}) {
  return (
    <EmptyState
      title={`No ${one} fits these filters`}
      action={
        <Button variant="default" onClick={clear}>
          Clear search and filters
        </Button>
      }
    >
      {search.q ? `The search “${search.q}” looks in ${searched}.` : 'Take one of them away.'}
    </EmptyState>
  );
}
