-- Agreements: business associate agreements and those of business associates with their subcontractors, as dated facts.

CREATE TABLE app.agreement (
  org_id uuid NOT NULL REFERENCES app.organization (id),
  id uuid NOT NULL DEFAULT uuidv7(),
  version integer NOT NULL DEFAULT 1,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
  -- The party that receives PHI. The party above it is another vendor, or (null) this organization.
  vendor_id uuid NOT NULL,
  upper_vendor_id uuid,
  parties text NOT NULL CHECK (parties IN ('ce_to_ba', 'ba_to_subcontractor')),
  owner text NOT NULL DEFAULT '',
  drafted_on date,
  sent_on date,
  signed_by_upper_on date,
  signed_by_upper text NOT NULL DEFAULT '',
  signed_by_vendor_on date,
  signed_by_vendor text NOT NULL DEFAULT '',
  effective_on date,
  renewal text NOT NULL CHECK (renewal IN ('fixed', 'auto', 'evergreen', 'unknown')),
  -- Last day of the (first) term; with automatic renewal the next terms follow from it.
  term_ends_on date,
  renewal_months integer CHECK (renewal_months BETWEEN 1 AND 120),
  -- Days before the end of a term by which notice of non-renewal must be given.
  notice_days integer CHECK (notice_days BETWEEN 0 AND 730),
  -- Days to object to a new subprocessor, and to return or destroy PHI at the end, where the agreement says so.
  objection_days integer CHECK (objection_days BETWEEN 0 AND 730),
  return_days integer CHECK (return_days BETWEEN 0 AND 3650),
  notice_given_on date,
  notice_given_by text CHECK (notice_given_by IN ('upper', 'vendor')),
  -- Last day in effect, and why.
  ends_on date,
  end_reason text NOT NULL DEFAULT '',
  superseded_by uuid,
  superseded_on date,
  notes text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Days on which it binds both parties (45 CFR 164.504(e)). The same is said with reasons by libs/domain agreements/in-effect.ts.
  in_effect daterange GENERATED ALWAYS AS (CASE
    WHEN signed_by_upper_on IS NOT NULL AND signed_by_vendor_on IS NOT NULL AND effective_on IS NOT NULL
    THEN daterange(effective_on, LEAST(ends_on + 1, superseded_on, CASE WHEN renewal = 'fixed' THEN term_ends_on + 1 END)) END) STORED,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, vendor_id, id),
  FOREIGN KEY (org_id, vendor_id) REFERENCES app.vendor (org_id, id),
  FOREIGN KEY (org_id, upper_vendor_id) REFERENCES app.vendor (org_id, id),
  FOREIGN KEY (org_id, superseded_by) REFERENCES app.agreement (org_id, id),
  CONSTRAINT two_parties CHECK (vendor_id <> upper_vendor_id),
  -- A vendor above another is itself a business associate (45 CFR 160.103).
  CONSTRAINT parties_fit CHECK (upper_vendor_id IS NULL OR parties = 'ba_to_subcontractor'),
  CONSTRAINT sent_after_drafted CHECK (sent_on >= drafted_on),
  -- Satisfactory assurance is a written contract (45 CFR 164.502(e)(2)): it does not reach back before its signatures.
  CONSTRAINT effective_after_signed CHECK (effective_on >= signed_by_upper_on AND effective_on >= signed_by_vendor_on),
  CONSTRAINT effective_when_signed CHECK (effective_on IS NULL OR (signed_by_upper_on IS NOT NULL AND signed_by_vendor_on IS NOT NULL)),
  CONSTRAINT term_after_effective CHECK (term_ends_on >= effective_on),
  CONSTRAINT ended_after_effective CHECK (ends_on >= effective_on),
  CONSTRAINT ended_when_effective CHECK (ends_on IS NULL OR effective_on IS NOT NULL),
  CONSTRAINT superseded_after_effective CHECK (superseded_on > effective_on),
  CONSTRAINT superseded_by_what CHECK ((superseded_by IS NULL) = (superseded_on IS NULL) AND superseded_by <> id),
  CONSTRAINT fixed_term_ends CHECK (renewal <> 'fixed' OR term_ends_on IS NOT NULL),
  CONSTRAINT renews_by CHECK (renewal <> 'auto' OR (term_ends_on IS NOT NULL AND renewal_months IS NOT NULL))
);
CREATE INDEX agreement_of_vendor ON app.agreement (org_id, vendor_id);
CREATE INDEX agreement_by_title ON app.agreement (org_id, lower(title), id);
SELECT app.make_tenant('app.agreement');
CREATE TRIGGER next_version BEFORE UPDATE ON app.agreement FOR EACH ROW EXECUTE FUNCTION app.next_version();
SELECT audit.track('app.agreement', 'agreement', ARRAY['in_effect']);

-- The services that an agreement lists, from and through which day; null means as long as the agreement.
CREATE TABLE app.covered_service (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  version integer NOT NULL DEFAULT 1,
  agreement_id uuid NOT NULL,
  vendor_id uuid NOT NULL,
  service_id uuid NOT NULL,
  listed_from date,
  listed_through date,
  -- Endpoint, region or plan that the list is limited to, in the agreement's words.
  scope_note text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, vendor_id, agreement_id) REFERENCES app.agreement (org_id, vendor_id, id) DEFERRABLE,
  FOREIGN KEY (org_id, vendor_id, service_id) REFERENCES app.service (org_id, vendor_id, id) DEFERRABLE,
  CONSTRAINT listed_in_order CHECK (listed_through >= listed_from)
);
CREATE INDEX covered_service_of_agreement ON app.covered_service (org_id, agreement_id);
CREATE INDEX covered_service_of_service ON app.covered_service (org_id, service_id);
SELECT app.make_tenant('app.covered_service');
CREATE TRIGGER next_version BEFORE UPDATE ON app.covered_service FOR EACH ROW EXECUTE FUNCTION app.next_version();
-- Deletable: a line entered by mistake. Its deletion is an event.
SELECT audit.track('app.covered_service', 'covered_service', '{}', true);

-- On no day do two agreements between the same parties cover one service: which one binds must be plain.
CREATE FUNCTION app.refuse_overlap() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  changed uuid := CASE TG_TABLE_NAME WHEN 'agreement' THEN NEW.id ELSE (to_jsonb(NEW) ->> 'agreement_id')::uuid END;
  other record;
BEGIN
  -- Two transactions that list one service wait for each other here, so that neither misses the other's line.
  PERFORM pg_advisory_xact_lock(hashtextextended(service_id::text, 0)) FROM
    (SELECT DISTINCT service_id FROM app.covered_service WHERE agreement_id = changed ORDER BY service_id) listed;
  SELECT a2.title, s.name INTO other
  FROM app.agreement a1
    JOIN app.covered_service c1 ON c1.agreement_id = a1.id
    JOIN app.covered_service c2 ON c2.service_id = c1.service_id AND c2.id <> c1.id
    JOIN app.agreement a2 ON a2.id = c2.agreement_id AND a2.upper_vendor_id IS NOT DISTINCT FROM a1.upper_vendor_id
    JOIN app.service s ON s.id = c1.service_id
  WHERE a1.id = changed
    AND a1.in_effect * daterange(c1.listed_from, c1.listed_through + 1) && a2.in_effect * daterange(c2.listed_from, c2.listed_through + 1)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '"%" covers % on some of these days already.', other.title, other.name
      USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'one_agreement_a_day',
        HINT = 'End or supersede the earlier agreement, or change the days on which a service is listed.';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER one_agreement_a_day AFTER INSERT OR UPDATE ON app.agreement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.refuse_overlap();
CREATE CONSTRAINT TRIGGER one_agreement_a_day AFTER INSERT OR UPDATE ON app.covered_service
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.refuse_overlap();

-- Settings that the agreement makes cover depend on ("only with zero data retention"), and on which days they held.
CREATE TABLE app.agreement_condition (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  version integer NOT NULL DEFAULT 1,
  agreement_id uuid NOT NULL,
  -- Null: every service that the agreement covers.
  service_id uuid,
  condition text NOT NULL CHECK (length(condition) BETWEEN 1 AND 2000),
  withdrawn_at timestamptz,
  withdrawn_reason text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, agreement_id) REFERENCES app.agreement (org_id, id),
  FOREIGN KEY (org_id, service_id) REFERENCES app.service (org_id, id)
);
CREATE INDEX agreement_condition_of_agreement ON app.agreement_condition (org_id, agreement_id);
SELECT app.make_tenant('app.agreement_condition');
CREATE TRIGGER next_version BEFORE UPDATE ON app.agreement_condition FOR EACH ROW EXECUTE FUNCTION app.next_version();
SELECT audit.track('app.agreement_condition', 'agreement_condition');

-- From this day on the condition is met, or not, or nobody knows; before the first line nobody knows.
CREATE TABLE app.condition_status (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  version integer NOT NULL DEFAULT 1,
  condition_id uuid NOT NULL,
  since date NOT NULL,
  met text NOT NULL CHECK (met IN ('yes', 'no', 'unknown')),
  note text NOT NULL DEFAULT '',
  document_id uuid,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, condition_id, since),
  FOREIGN KEY (org_id, condition_id) REFERENCES app.agreement_condition (org_id, id),
  FOREIGN KEY (org_id, document_id) REFERENCES app.document (org_id, id)
);
SELECT app.make_tenant('app.condition_status');
CREATE TRIGGER next_version BEFORE UPDATE ON app.condition_status FOR EACH ROW EXECUTE FUNCTION app.next_version();
SELECT audit.track('app.condition_status', 'condition_status');

CREATE TABLE app.amendment (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  version integer NOT NULL DEFAULT 1,
  agreement_id uuid NOT NULL,
  effective_on date NOT NULL,
  description text NOT NULL CHECK (length(description) BETWEEN 1 AND 20000),
  document_id uuid,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, agreement_id) REFERENCES app.agreement (org_id, id),
  FOREIGN KEY (org_id, document_id) REFERENCES app.document (org_id, id)
);
CREATE INDEX amendment_of_agreement ON app.amendment (org_id, agreement_id);
SELECT app.make_tenant('app.amendment');
CREATE TRIGGER next_version BEFORE UPDATE ON app.amendment FOR EACH ROW EXECUTE FUNCTION app.next_version();
SELECT audit.track('app.amendment', 'amendment');

-- Files of an agreement and their versions. The effective date is said by people; when it was received is the document's own.
CREATE TABLE app.agreement_document (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  version integer NOT NULL DEFAULT 1,
  agreement_id uuid NOT NULL,
  document_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('signed', 'draft', 'amendment', 'exhibit', 'notice', 'correspondence', 'other')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
  effective_on date,
  -- The version that this one takes the place of.
  replaces_id uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, agreement_id, id),
  -- A version is replaced once, by a file of the same agreement.
  UNIQUE (org_id, replaces_id),
  FOREIGN KEY (org_id, agreement_id) REFERENCES app.agreement (org_id, id),
  FOREIGN KEY (org_id, document_id) REFERENCES app.document (org_id, id),
  FOREIGN KEY (org_id, agreement_id, replaces_id) REFERENCES app.agreement_document (org_id, agreement_id, id),
  CHECK (replaces_id <> id)
);
SELECT app.make_tenant('app.agreement_document');
CREATE TRIGGER next_version BEFORE UPDATE ON app.agreement_document FOR EACH ROW EXECUTE FUNCTION app.next_version();
SELECT audit.track('app.agreement_document', 'agreement_document');

-- Return or destroy at the end, by category (45 CFR 164.504(e)(2)(ii)(J)); where infeasible, the protections go on.
CREATE TABLE app.return_obligation (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  version integer NOT NULL DEFAULT 1,
  agreement_id uuid NOT NULL,
  category text NOT NULL CHECK (category IN
    ('primary', 'backup', 'prompt_log', 'vector_index', 'fine_tune_data', 'checkpoints', 'subprocessors')),
  due_on date NOT NULL,
  outcome text CHECK (outcome IN ('returned', 'destroyed', 'not_held')),
  done_on date,
  method text NOT NULL DEFAULT '',
  certificate_id uuid,
  infeasible_since date,
  infeasible_reason text NOT NULL DEFAULT '',
  protections text NOT NULL DEFAULT '',
  rechecked_on date,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, agreement_id, category),
  FOREIGN KEY (org_id, agreement_id) REFERENCES app.agreement (org_id, id),
  FOREIGN KEY (org_id, certificate_id) REFERENCES app.document (org_id, id),
  CONSTRAINT done_or_open CHECK ((outcome IS NULL) = (done_on IS NULL)),
  CONSTRAINT infeasible_why CHECK (infeasible_since IS NULL OR (infeasible_reason <> '' AND protections <> '')),
  CONSTRAINT rechecked_after CHECK (rechecked_on >= infeasible_since)
);
SELECT app.make_tenant('app.return_obligation');
CREATE TRIGGER next_version BEFORE UPDATE ON app.return_obligation FOR EACH ROW EXECUTE FUNCTION app.next_version();
SELECT audit.track('app.return_obligation', 'return_obligation');
