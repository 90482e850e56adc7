import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { AiSystemFlowsDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { query } from '../../shell/queries.ts';
import { useMay, useToday } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Graph } from '../../ui/graph/graph.tsx';
import { RowsShape } from '../../ui/shapes.tsx';
import { AddFlowDialog } from './add-flow-dialog.tsx';
import { flowGraph } from './flow-graph.ts';
import type { SystemWithFlows } from './flow-on-page.ts';
import classes from './flows.module.css';
import { ChainTable, FlowsTable } from './flows-table.tsx';

interface System {
  readonly id: string;
  readonly name: string;
}

/** Where the system sends PHI: drawn, and as a table; what covers it, and what is below. */
export function FlowsTab({ system }: { system: System }) {
  const { asOf, readOnly } = useAsOf();
  const { data, error, refetch } = useQuery(query(AiSystemFlowsDocument, { id: system.id, asOf }));
  const may = useMay('phi-flow.create') && !readOnly;
  const [adding, setAdding] = useState(false);
  // A failed refetch does not take away what is shown, or typed.
  if (error && !data) return <FailureState failure={failureOf(error)} again={() => void refetch()} />;
  if (!data?.aiSystem) return <RowsShape rows={5} />;
  const add = may && (
    <Button variant="default" onClick={() => setAdding(true)}>
      Add a PHI flow…
    </Button>
  );
  return (
    <>
      {data.aiSystem.phiFlows.length === 0 ? (
        <EmptyState title="No PHI flow is recorded" action={add}>
          A PHI flow says since when the system sends PHI to a vendor’s service or to your own infrastructure. From it
          follows whether an agreement covers every day.
        </EmptyState>
      ) : (
        <Drawn system={system} data={data.aiSystem} add={add} />
      )}
      <AddFlowDialog
        system={{ id: system.id, identifiers: data.aiSystem.identifiers }}
        opened={adding}
        onClose={() => setAdding(false)}
      />
    </>
  );
}

function Drawn({ system, data, add }: { system: System; data: SystemWithFlows; add: React.ReactNode }) {
  const { asOf } = useAsOf();
  const day = useToday();
  const navigate = useNavigate();
  const { nodes, edges } = useMemo(
    () => flowGraph(system, data.phiFlows, data.chain, asOf ?? day),
    [system, data, asOf, day],
  );
  return (
    <>
      <div className={classes.bar}>
        <p>
          {nodes.length > 1
            ? 'Where PHI goes on the day shown, and what is below it. The tables say the same.'
            : 'PHI flows nowhere on the day shown; flows that are over are in the table.'}
        </p>
        {add}
      </div>
      {nodes.length > 1 && (
        <Graph
          label={`Data flow of ${system.name}`}
          nodes={nodes}
          edges={edges}
          onOpen={({ href }) => href && void navigate({ to: href })}
        />
      )}
      <FlowsTable flows={data.phiFlows} />
      {data.chain.length > 0 && <ChainTable chain={data.chain} />}
    </>
  );
}
