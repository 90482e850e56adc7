-- PHI flows: from a day on, an AI system sends PHI to infrastructure of the organization or to a vendor's service.

CREATE TABLE app.phi_flow (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  version integer NOT NULL DEFAULT 1,
  ai_system_id uuid NOT NULL,
  -- Null: infrastructure of the organization itself, which `place` names.
  service_id uuid,
  place text NOT NULL DEFAULT '',
  starts_on date NOT NULL,
  -- Last day.
  ends_on date,
  exposures text[] NOT NULL CHECK (exposures <@ ARRAY['prompt', 'context', 'embedding', 'index', 'cache', 'log', 'telemetry',
    'training_set', 'fine_tuning_set', 'evaluation_set', 'output', 'backup']),
  identifiers text[] NOT NULL DEFAULT '{}' CHECK (identifiers <@
    ARRAY['A','B','C','D','E','F','G','H','I','J','K','L','M','N','O','P','Q','R']),
  notes text NOT NULL DEFAULT '',
  -- Set when it was recorded by mistake: it no longer counts, its history stays.
  withdrawn_at timestamptz,
  withdrawn_reason text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, ai_system_id) REFERENCES app.ai_system (org_id, id),
  FOREIGN KEY (org_id, service_id) REFERENCES app.service (org_id, id),
  CONSTRAINT flow_in_order CHECK (ends_on >= starts_on),
  CONSTRAINT flow_goes_somewhere CHECK ((service_id IS NULL) = (place <> ''))
);
CREATE INDEX phi_flow_of_system ON app.phi_flow (org_id, ai_system_id);
CREATE INDEX phi_flow_to_service ON app.phi_flow (org_id, service_id);
SELECT app.make_tenant('app.phi_flow');
CREATE TRIGGER next_version BEFORE UPDATE ON app.phi_flow FOR EACH ROW EXECUTE FUNCTION app.next_version();
SELECT audit.track('app.phi_flow', 'phi_flow');
