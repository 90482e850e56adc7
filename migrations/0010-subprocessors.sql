-- Subprocessors: published lists as dated versions, and the links between services that follow from them.

CREATE TABLE app.subprocessor_list (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  version integer NOT NULL DEFAULT 1,
  vendor_id uuid NOT NULL,
  -- The date that the list itself bears, or that it was read.
  listed_on date NOT NULL,
  source text NOT NULL DEFAULT '',
  document_id uuid,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, vendor_id, listed_on),
  FOREIGN KEY (org_id, vendor_id) REFERENCES app.vendor (org_id, id),
  FOREIGN KEY (org_id, document_id) REFERENCES app.document (org_id, id)
);
SELECT app.make_tenant('app.subprocessor_list');
CREATE TRIGGER next_version BEFORE UPDATE ON app.subprocessor_list FOR EACH ROW EXECUTE FUNCTION app.next_version();
SELECT audit.track('app.subprocessor_list', 'subprocessor_list');

CREATE TABLE app.subprocessor_entry (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  list_id uuid NOT NULL,
  position integer NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
  -- As the list says it: which of the vendor's services it concerns, what for, what data, where.
  services text NOT NULL DEFAULT '',
  purpose text NOT NULL DEFAULT '',
  data text NOT NULL DEFAULT '',
  location text NOT NULL DEFAULT '',
  phi text NOT NULL DEFAULT '',
  agreement text NOT NULL DEFAULT '',
  notes text NOT NULL DEFAULT '',
  -- The vendor it was taken for when the list was recorded.
  vendor_id uuid NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, list_id, position),
  FOREIGN KEY (org_id, list_id) REFERENCES app.subprocessor_list (org_id, id),
  FOREIGN KEY (org_id, vendor_id) REFERENCES app.vendor (org_id, id)
);
SELECT app.make_tenant('app.subprocessor_entry');
SELECT audit.track('app.subprocessor_entry', 'subprocessor_entry');

-- One link of the chain: PHI of the upper service (null: any service of that vendor) reaches the lower one.
CREATE TABLE app.subprocessor_link (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  version integer NOT NULL DEFAULT 1,
  upper_vendor_id uuid NOT NULL,
  upper_service_id uuid,
  lower_vendor_id uuid NOT NULL,
  lower_service_id uuid,
  purpose text NOT NULL DEFAULT '',
  data text NOT NULL DEFAULT '',
  location text NOT NULL DEFAULT '',
  phi text NOT NULL CHECK (phi IN ('yes', 'no', 'unknown')),
  -- Does the upper party hold an agreement with the lower (45 CFR 164.502(e)(1)(ii)), and how do we know?
  assurance text NOT NULL CHECK (assurance IN ('in_place', 'none', 'unknown')),
  evidence text NOT NULL CHECK (evidence IN ('copy', 'attestation', 'public_list', 'none')),
  evidence_document_id uuid,
  -- A copy that is an agreement of the register: its days count.
  agreement_id uuid,
  assured_from date,
  assured_through date,
  starts_on date,
  -- Last day.
  ends_on date,
  list_id uuid,
  notes text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, upper_vendor_id) REFERENCES app.vendor (org_id, id),
  FOREIGN KEY (org_id, lower_vendor_id) REFERENCES app.vendor (org_id, id),
  FOREIGN KEY (org_id, upper_vendor_id, upper_service_id) REFERENCES app.service (org_id, vendor_id, id) DEFERRABLE,
  FOREIGN KEY (org_id, lower_vendor_id, lower_service_id) REFERENCES app.service (org_id, vendor_id, id) DEFERRABLE,
  FOREIGN KEY (org_id, lower_vendor_id, agreement_id) REFERENCES app.agreement (org_id, vendor_id, id) DEFERRABLE,
  FOREIGN KEY (org_id, evidence_document_id) REFERENCES app.document (org_id, id),
  FOREIGN KEY (org_id, list_id) REFERENCES app.subprocessor_list (org_id, id),
  CONSTRAINT two_vendors CHECK (upper_vendor_id <> lower_vendor_id),
  CONSTRAINT link_in_order CHECK (ends_on >= starts_on),
  CONSTRAINT assured_in_order CHECK (assured_through >= assured_from),
  CONSTRAINT assured_by_evidence CHECK (assurance <> 'in_place' OR evidence <> 'none')
);
CREATE INDEX subprocessor_link_down ON app.subprocessor_link (org_id, upper_vendor_id);
CREATE INDEX subprocessor_link_up ON app.subprocessor_link (org_id, lower_vendor_id);
SELECT app.make_tenant('app.subprocessor_link');
CREATE TRIGGER next_version BEFORE UPDATE ON app.subprocessor_link FOR EACH ROW EXECUTE FUNCTION app.next_version();
SELECT audit.track('app.subprocessor_link', 'subprocessor_link');
