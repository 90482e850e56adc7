-- Vendors and their services: a business associate agreement covers services, not companies.

CREATE TABLE app.vendor (
  org_id uuid NOT NULL REFERENCES app.organization (id),
  id uuid NOT NULL DEFAULT uuidv7(),
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
  website text NOT NULL DEFAULT '',
  description text NOT NULL DEFAULT '',
  tier text NOT NULL CHECK (tier IN ('critical', 'high', 'moderate', 'low', 'unknown')),
  owner text NOT NULL DEFAULT '',
  -- [{ name, role, email, phone }]
  contacts jsonb NOT NULL DEFAULT '[]',
  review_every_months integer CHECK (review_every_months BETWEEN 1 AND 120),
  next_review_on date,
  notes text NOT NULL DEFAULT '',
  offboarded_on date,
  offboarded_reason text NOT NULL DEFAULT '',
  -- Set when two records turned out to be one vendor: everything of this one went to that one.
  merged_into uuid,
  import_key text,
  -- Set when the import that made it was undone: out of the register, its history kept.
  withdrawn_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, merged_into) REFERENCES app.vendor (org_id, id),
  CHECK (merged_into <> id)
);
CREATE UNIQUE INDEX vendor_import_key ON app.vendor (org_id, import_key);
CREATE INDEX vendor_by_name ON app.vendor (org_id, lower(name), id) WHERE withdrawn_at IS NULL AND merged_into IS NULL;
SELECT app.make_tenant('app.vendor');
CREATE TRIGGER next_version BEFORE UPDATE ON app.vendor FOR EACH ROW EXECUTE FUNCTION app.next_version();
SELECT audit.track('app.vendor', 'vendor');

-- Two vendors that somebody looked at and found to be different, so that they are not offered for merging again.
CREATE TABLE app.distinct_vendors (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  vendor_id uuid NOT NULL,
  other_id uuid NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, vendor_id, other_id),
  FOREIGN KEY (org_id, vendor_id) REFERENCES app.vendor (org_id, id),
  FOREIGN KEY (org_id, other_id) REFERENCES app.vendor (org_id, id),
  CHECK (vendor_id < other_id)
);
SELECT app.make_tenant('app.distinct_vendors');
SELECT audit.track('app.distinct_vendors', 'distinct_vendors');

CREATE TABLE app.service (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  version integer NOT NULL DEFAULT 1,
  vendor_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
  description text NOT NULL DEFAULT '',
  phi text NOT NULL CHECK (phi IN ('yes', 'no', 'unknown')),
  ai text NOT NULL CHECK (ai IN ('yes', 'no', 'unknown')),
  regions text NOT NULL DEFAULT '',
  models text NOT NULL DEFAULT '',
  data_retention text NOT NULL DEFAULT '',
  notes text NOT NULL DEFAULT '',
  removed_on date,
  removed_reason text NOT NULL DEFAULT '',
  import_key text,
  withdrawn_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (org_id, id),
  -- Lets an agreement's list refer to services of its own vendor only. Deferrable references: merging moves both.
  UNIQUE (org_id, vendor_id, id),
  FOREIGN KEY (org_id, vendor_id) REFERENCES app.vendor (org_id, id)
);
CREATE UNIQUE INDEX service_import_key ON app.service (org_id, import_key);
SELECT app.make_tenant('app.service');
CREATE TRIGGER next_version BEFORE UPDATE ON app.service FOR EACH ROW EXECUTE FUNCTION app.next_version();
SELECT audit.track('app.service', 'service');

-- Documents of a vendor that expire: SOC 2, HITRUST, penetration test, insurance.
CREATE TABLE app.vendor_evidence (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  version integer NOT NULL DEFAULT 1,
  vendor_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN
    ('soc2', 'hitrust', 'iso27001', 'penetration_test', 'insurance', 'questionnaire', 'attestation', 'other')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
  document_id uuid,
  effective_on date,
  expires_on date,
  note text NOT NULL DEFAULT '',
  withdrawn_at timestamptz,
  withdrawn_reason text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, vendor_id) REFERENCES app.vendor (org_id, id),
  FOREIGN KEY (org_id, document_id) REFERENCES app.document (org_id, id),
  CHECK (expires_on >= effective_on)
);
CREATE INDEX vendor_evidence_of_vendor ON app.vendor_evidence (org_id, vendor_id);
SELECT app.make_tenant('app.vendor_evidence');
CREATE TRIGGER next_version BEFORE UPDATE ON app.vendor_evidence FOR EACH ROW EXECUTE FUNCTION app.next_version();
SELECT audit.track('app.vendor_evidence', 'vendor_evidence');

-- Due diligence: the answer to one question of the questionnaire in libs/domain, as it stands; earlier ones are in the log.
CREATE TABLE app.due_diligence_answer (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  version integer NOT NULL DEFAULT 1,
  vendor_id uuid NOT NULL,
  question text NOT NULL,
  answer text NOT NULL CHECK (answer IN ('yes', 'partly', 'no', 'not_applicable', 'unknown')),
  explanation text NOT NULL DEFAULT '',
  answered_on date NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, vendor_id, question),
  FOREIGN KEY (org_id, vendor_id) REFERENCES app.vendor (org_id, id)
);
SELECT app.make_tenant('app.due_diligence_answer');
CREATE TRIGGER next_version BEFORE UPDATE ON app.due_diligence_answer FOR EACH ROW EXECUTE FUNCTION app.next_version();
SELECT audit.track('app.due_diligence_answer', 'due_diligence_answer');

CREATE TABLE app.answer_evidence (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  answer_id uuid NOT NULL,
  vendor_evidence_id uuid NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, answer_id, vendor_evidence_id),
  FOREIGN KEY (org_id, answer_id) REFERENCES app.due_diligence_answer (org_id, id),
  FOREIGN KEY (org_id, vendor_evidence_id) REFERENCES app.vendor_evidence (org_id, id)
);
SELECT app.make_tenant('app.answer_evidence');
SELECT audit.track('app.answer_evidence', 'answer_evidence', '{}', true);
