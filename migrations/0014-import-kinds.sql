-- Imports of vendors with their services too: what the rows say of one record is kept apart from the rows, since several
-- rows can speak of one record, and one row of several.

ALTER TABLE app.data_import
  ADD kind text NOT NULL DEFAULT 'ai_system' CHECK (kind IN ('ai_system', 'vendor')),
  -- Rows that are imported and have a remark.
  ADD remarked integer NOT NULL DEFAULT 0;
ALTER TABLE app.data_import ALTER kind DROP DEFAULT;

CREATE TABLE app.data_import_record (
  org_id uuid NOT NULL,
  import_id uuid NOT NULL,
  number integer NOT NULL,
  -- The row that names it first, where what there is to say of it is said.
  first_row integer NOT NULL,
  entity text NOT NULL CHECK (entity IN ('ai_system', 'vendor', 'service')),
  -- How the next import finds the record again; of a service also its vendor's.
  import_key text NOT NULL,
  parent_key text,
  name text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('create', 'update', 'unchanged', 'rejected')),
  messages jsonb NOT NULL DEFAULT '[]',
  -- What the file says of it.
  facts jsonb NOT NULL,
  changes jsonb NOT NULL DEFAULT '[]',
  ai_system_id uuid,
  vendor_id uuid,
  service_id uuid,
  -- Version that the import left behind: a later one means that somebody changed the record since.
  applied_version integer,
  PRIMARY KEY (org_id, import_id, number),
  FOREIGN KEY (org_id, import_id) REFERENCES app.data_import (org_id, id),
  FOREIGN KEY (org_id, ai_system_id) REFERENCES app.ai_system (org_id, id),
  FOREIGN KEY (org_id, vendor_id) REFERENCES app.vendor (org_id, id),
  FOREIGN KEY (org_id, service_id) REFERENCES app.service (org_id, id),
  CHECK (num_nonnulls(ai_system_id, vendor_id, service_id) <= 1)
);
CREATE INDEX data_import_record_key ON app.data_import_record (org_id, entity, import_key);

-- Until now a row was a record.
ALTER TABLE app.data_import_row
  ADD records integer[] NOT NULL DEFAULT '{}',
  -- It is imported, and it or a record of it has something to say.
  ADD remarked boolean NOT NULL DEFAULT false;
ALTER TABLE app.data_import_row NO FORCE ROW LEVEL SECURITY;
INSERT INTO app.data_import_record
  (org_id, import_id, number, first_row, entity, import_key, name, outcome, facts, changes, ai_system_id, applied_version)
SELECT org_id, import_id, row_number, row_number, 'ai_system', import_key, name, outcome, facts, changes, ai_system_id, applied_version
FROM app.data_import_row WHERE outcome <> 'rejected';
UPDATE app.data_import_row SET records = ARRAY[row_number], remarked = messages <> '[]' WHERE outcome <> 'rejected';
ALTER TABLE app.data_import NO FORCE ROW LEVEL SECURITY;
ALTER TABLE app.data_import DISABLE TRIGGER audit_track, DISABLE TRIGGER next_version;
UPDATE app.data_import i SET remarked = (SELECT count(*) FROM app.data_import_row r
  WHERE r.org_id = i.org_id AND r.import_id = i.id AND r.remarked);
ALTER TABLE app.data_import ENABLE TRIGGER audit_track, ENABLE TRIGGER next_version;
ALTER TABLE app.data_import FORCE ROW LEVEL SECURITY;
ALTER TABLE app.data_import_row FORCE ROW LEVEL SECURITY;
ALTER TABLE app.data_import_row
  DROP facts, DROP import_key, DROP changes, DROP ai_system_id, DROP applied_version;

SELECT app.make_tenant('app.data_import_record');
GRANT DELETE ON app.data_import_record TO app_rw;
