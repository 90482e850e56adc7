-- The sealed log: contiguous indices, RFC 6962 trees, signed checkpoints. Written by the sealer only.

-- No foreign key to the event: the sealer has just read it and nothing deletes events; the verifier looks. Checked key
-- by key, with a plan kept from when the table was small, sealing was 20 times slower.
CREATE TABLE audit.leaf (
  org_id uuid NOT NULL,
  leaf_index bigint NOT NULL CHECK (leaf_index >= 0),
  event_id uuid NOT NULL,
  leaf_hash bytea NOT NULL CHECK (length(leaf_hash) = 32),
  PRIMARY KEY (org_id, leaf_index),
  UNIQUE (org_id, event_id)
);

CREATE TABLE audit.checkpoint (
  org_id uuid NOT NULL,
  tree_size bigint NOT NULL CHECK (tree_size > 0),
  root_hash bytea NOT NULL CHECK (length(root_hash) = 32),
  -- Roots of the full subtrees, largest first: enough to extend the tree without reading it.
  frontier bytea[] NOT NULL,
  sealed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- C2SP tlog-checkpoint with its Ed25519 signature; null between the commit of the tree and the signing.
  note text,
  PRIMARY KEY (org_id, tree_size)
);
CREATE INDEX checkpoint_unsigned ON audit.checkpoint (org_id, tree_size) WHERE note IS NULL;

-- One log over every organization's checkpoints, so that one anchor covers everyone.
CREATE TABLE audit.installation_leaf (
  leaf_index bigint PRIMARY KEY CHECK (leaf_index >= 0),
  org_id uuid NOT NULL,
  tree_size bigint NOT NULL,
  leaf_hash bytea NOT NULL CHECK (length(leaf_hash) = 32),
  FOREIGN KEY (org_id, tree_size) REFERENCES audit.checkpoint (org_id, tree_size)
);
CREATE TABLE audit.installation_checkpoint (
  tree_size bigint PRIMARY KEY CHECK (tree_size > 0),
  root_hash bytea NOT NULL CHECK (length(root_hash) = 32),
  frontier bytea[] NOT NULL,
  sealed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  note text
);

DO $$
DECLARE tab regclass;
BEGIN
  FOREACH tab IN ARRAY ARRAY['audit.leaf', 'audit.checkpoint']::regclass[] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format($policy$CREATE POLICY tenant ON %s
      USING (org_id = (SELECT nullif(current_setting('app.org_id', true), '')::uuid))
      WITH CHECK (org_id = (SELECT nullif(current_setting('app.org_id', true), '')::uuid))$policy$, tab);
    EXECUTE format('CREATE POLICY sealer ON %s TO app_seal USING (true) WITH CHECK (true)', tab);
    EXECUTE format('GRANT SELECT ON %s TO app_rw, app_readonly', tab);
  END LOOP;
  FOREACH tab IN ARRAY ARRAY['audit.leaf', 'audit.checkpoint', 'audit.installation_leaf', 'audit.installation_checkpoint']::regclass[] LOOP
    EXECUTE format('GRANT SELECT, INSERT ON %s TO app_seal', tab);
    EXECUTE format('CREATE TRIGGER keep BEFORE DELETE ON %s FOR EACH ROW EXECUTE FUNCTION audit.refuse()', tab);
    EXECUTE format('CREATE TRIGGER keep_all BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse()', tab);
  END LOOP;
END $$;

-- A checkpoint is signed once, after its tree is committed; nothing else about it changes.
CREATE FUNCTION audit.sign_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.note IS NOT NULL OR NEW.note IS NULL OR to_jsonb(NEW) - 'note' <> to_jsonb(OLD) - 'note' THEN
    RAISE EXCEPTION 'a checkpoint is signed once and never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sign_once BEFORE UPDATE ON audit.checkpoint FOR EACH ROW EXECUTE FUNCTION audit.sign_once();
CREATE TRIGGER sign_once BEFORE UPDATE ON audit.installation_checkpoint FOR EACH ROW EXECUTE FUNCTION audit.sign_once();
CREATE TRIGGER keep_leaf BEFORE UPDATE ON audit.leaf FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER keep_leaf BEFORE UPDATE ON audit.installation_leaf FOR EACH ROW EXECUTE FUNCTION audit.refuse();
GRANT UPDATE (note) ON audit.checkpoint, audit.installation_checkpoint TO app_seal;
GRANT SELECT ON audit.installation_checkpoint TO app_rw, app_readonly;
REVOKE EXECUTE ON FUNCTION audit.sign_once() FROM PUBLIC;
