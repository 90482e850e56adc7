-- The inventory of AI systems, and its imports.

CREATE TABLE app.ai_system (
  org_id uuid NOT NULL REFERENCES app.organization (id),
  id uuid NOT NULL DEFAULT uuidv7(),
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
  purpose text NOT NULL DEFAULT '',
  department text NOT NULL DEFAULT '',
  clinical_area text NOT NULL DEFAULT '',
  users text NOT NULL DEFAULT '',
  stage text NOT NULL CHECK (stage IN ('discovered', 'proposed', 'pilot', 'in_review', 'live', 'suspended', 'retired')),
  origin text NOT NULL CHECK (origin IN ('vendor', 'in_house', 'both', 'unknown')),
  vendor_name text NOT NULL DEFAULT '',
  deployment text NOT NULL CHECK (deployment IN
    ('on_premise', 'private_cloud', 'vendor_saas', 'deidentified_to_cloud', 'embedded_in_product', 'unknown')),
  models text NOT NULL DEFAULT '',
  business_owner text NOT NULL DEFAULT '',
  technical_owner text NOT NULL DEFAULT '',
  phi text NOT NULL CHECK (phi IN ('yes', 'no', 'unknown')),
  phi_volume text NOT NULL CHECK (phi_volume IN ('none', 'under_500', 'from_500_to_10000', 'over_10000', 'unknown')),
  identifiers text[] NOT NULL DEFAULT '{}' CHECK (identifiers <@
    ARRAY['A','B','C','D','E','F','G','H','I','J','K','L','M','N','O','P','Q','R']),
  data_classes text NOT NULL DEFAULT '',
  minimum_necessary text NOT NULL DEFAULT '',
  population text NOT NULL DEFAULT '',
  vulnerable_population text NOT NULL CHECK (vulnerable_population IN ('yes', 'no', 'unknown')),
  decision_role text NOT NULL CHECK (decision_role IN ('informs', 'recommends', 'acts', 'unknown')),
  clinical_impact text NOT NULL CHECK (clinical_impact IN ('none', 'indirect', 'direct', 'unknown')),
  human_oversight text NOT NULL DEFAULT '',
  downtime_procedure text NOT NULL DEFAULT '',
  vendor_training_rights text NOT NULL CHECK (vendor_training_rights IN ('prohibited', 'permitted', 'not_applicable', 'unknown')),
  criticality text NOT NULL CHECK (criticality IN ('low', 'moderate', 'high', 'critical', 'unknown')),
  fda_status text NOT NULL CHECK (fda_status IN ('not_device_admin', 'non_device_cds', 'enforcement_discretion',
    'device_cleared', 'device_de_novo', 'device_pma', 'device_uncleared', 'unknown')),
  decision_support_tool text NOT NULL CHECK (decision_support_tool IN ('yes', 'no', 'unknown')),
  live_since date,
  next_review_on date,
  notes text NOT NULL DEFAULT '',
  retired_on date,
  retired_reason text NOT NULL DEFAULT '',
  -- What the risk-tier rule answered for these facts, kept for filters and sorting; never entered by hand.
  tier smallint NOT NULL CHECK (tier BETWEEN 1 AND 4),
  tier_rule_version integer NOT NULL,
  -- How an import finds this system again; null for one entered by hand.
  import_key text,
  -- Set when the import that made it was undone: out of the inventory, its history kept.
  withdrawn_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (org_id, id),
  -- An imported system may be retired without anyone knowing since when.
  CHECK (stage = 'retired' OR retired_on IS NULL)
);
CREATE UNIQUE INDEX ai_system_import_key ON app.ai_system (org_id, import_key);
CREATE INDEX ai_system_by_name ON app.ai_system (org_id, lower(name), id) WHERE withdrawn_at IS NULL;
CREATE INDEX ai_system_by_update ON app.ai_system (org_id, updated_at DESC, id) WHERE withdrawn_at IS NULL;
SELECT app.make_tenant('app.ai_system');
CREATE TRIGGER next_version BEFORE UPDATE ON app.ai_system FOR EACH ROW EXECUTE FUNCTION app.next_version();
SELECT audit.track('app.ai_system', 'ai_system');

CREATE TABLE app.data_import (
  org_id uuid NOT NULL REFERENCES app.organization (id),
  id uuid NOT NULL DEFAULT uuidv7(),
  version integer NOT NULL DEFAULT 1,
  document_id uuid NOT NULL,
  file_name text NOT NULL,
  -- Columns as read: [{ name, samples, values }]; values only where few are distinct.
  columns jsonb NOT NULL,
  row_count integer NOT NULL,
  warnings jsonb NOT NULL DEFAULT '[]',
  mapping jsonb NOT NULL,
  suggestions jsonb NOT NULL DEFAULT '{}',
  filter jsonb,
  status text NOT NULL DEFAULT 'uploaded' CHECK (status IN
    ('uploaded', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone', 'failed')),
  problem text NOT NULL DEFAULT '',
  created integer NOT NULL DEFAULT 0,
  updated integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  rejected integer NOT NULL DEFAULT 0,
  left_out integer NOT NULL DEFAULT 0,
  requested_by uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, document_id) REFERENCES app.document (org_id, id),
  FOREIGN KEY (org_id, requested_by) REFERENCES app.member (org_id, id)
);
SELECT app.make_tenant('app.data_import');
CREATE TRIGGER next_version BEFORE UPDATE ON app.data_import FOR EACH ROW EXECUTE FUNCTION app.next_version();
SELECT audit.track('app.data_import', 'data_import');

-- What became of each row. The changes themselves are in the history of each AI system.
CREATE TABLE app.data_import_row (
  org_id uuid NOT NULL,
  import_id uuid NOT NULL,
  row_number integer NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('create', 'update', 'unchanged', 'rejected')),
  name text NOT NULL DEFAULT '',
  messages jsonb NOT NULL DEFAULT '[]',
  facts jsonb,
  import_key text,
  changes jsonb NOT NULL DEFAULT '[]',
  ai_system_id uuid,
  -- Version that the import left behind: a later one means that somebody changed the system since.
  applied_version integer,
  PRIMARY KEY (org_id, import_id, row_number),
  FOREIGN KEY (org_id, import_id) REFERENCES app.data_import (org_id, id),
  FOREIGN KEY (org_id, ai_system_id) REFERENCES app.ai_system (org_id, id)
);
CREATE INDEX data_import_row_key ON app.data_import_row (org_id, import_key);
SELECT app.make_tenant('app.data_import_row');
GRANT DELETE ON app.data_import_row TO app_rw;
