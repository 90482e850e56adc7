import { NoPermission } from '../shell/no-permission.tsx';
import { useMay } from '../shell/session.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';
import { LogHeader } from './log-header.tsx';

export function AuditLogPage() {
  if (!useMay('audit.read')) return <NoPermission to="read the audit log" />;
  return (
    <>
      <LogHeader />
      <AuditFilters />
      <AuditTable />
    </>
  );
}
