-- Reports that were asked for, and the files they became.

CREATE TABLE app.report (
  org_id uuid NOT NULL REFERENCES app.organization (id),
  id uuid NOT NULL DEFAULT uuidv7(),
  version integer NOT NULL DEFAULT 1,
  kind text NOT NULL CHECK (kind IN ('inventory')),
  formats text[] NOT NULL CHECK (formats <@ ARRAY['pdf', 'csv', 'xlsx', 'json'] AND cardinality(formats) > 0),
  as_of date NOT NULL,
  filter jsonb NOT NULL DEFAULT '{}',
  status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'done', 'failed', 'cancelled')),
  problem text NOT NULL DEFAULT '',
  fingerprint text,
  system_count integer,
  requested_by uuid NOT NULL,
  built_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, requested_by) REFERENCES app.member (org_id, id)
);
SELECT app.make_tenant('app.report');
CREATE TRIGGER next_version BEFORE UPDATE ON app.report FOR EACH ROW EXECUTE FUNCTION app.next_version();
SELECT audit.track('app.report', 'report');

CREATE TABLE app.report_file (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  report_id uuid NOT NULL,
  format text NOT NULL CHECK (format IN ('pdf', 'csv', 'xlsx', 'json')),
  document_id uuid NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, report_id, format),
  FOREIGN KEY (org_id, report_id) REFERENCES app.report (org_id, id),
  FOREIGN KEY (org_id, document_id) REFERENCES app.document (org_id, id)
);
SELECT app.make_tenant('app.report_file');
SELECT audit.track('app.report_file', 'report_file');
