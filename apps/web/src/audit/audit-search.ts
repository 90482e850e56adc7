import type { AuditFilter } from '../generated/graphql.ts';

/** What the audit log's address holds. */
export interface AuditSearch {
  entity?: string;
  entityId?: string;
  action?: string;
  actor?: string;
  from?: string;
  through?: string;
}

const KEYS = ['entity', 'entityId', 'action', 'actor', 'from', 'through'] as const;

/** Takes an address as people edit and mail them: what cannot be read is left out. */
export function readAuditSearch(raw: Record<string, unknown>): AuditSearch {
  const search: AuditSearch = {};
  for (const key of KEYS) {
    const value = raw[key];
    if (typeof value !== 'string' || value === '') continue;
    if ((key === 'from' || key === 'through') && !/^\d{4}-\d{2}-\d{2}$/.test(value)) continue;
    search[key] = value;
  }
  return search;
}

export const auditFilterOf = ({ entity, action, ...rest }: AuditSearch): AuditFilter => ({
  ...rest,
  entity: entity ? [entity] : undefined,
  action: action ? [action] : undefined,
});
