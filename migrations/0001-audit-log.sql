-- The audit log: one event a change, written in the transaction of the change, as the exact bytes that are hashed.

CREATE SCHEMA app;
CREATE SCHEMA audit;
CREATE SCHEMA auth;

-- A setting of this transaction; '' and unset are both null, so a connection taken from the pool carries nothing over.
CREATE FUNCTION app.setting(name text) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.' || name, true), '');

CREATE TABLE audit.event (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  at timestamptz NOT NULL,
  actor text NOT NULL,
  command text NOT NULL,
  entity text NOT NULL,
  entity_id text NOT NULL,
  action text NOT NULL,
  -- The header names the event and holds the salted hash of the payload, so that a payload entered by mistake
  -- can be erased one day without breaking a proof. Leaf hash (RFC 6962) = SHA-256(0x00 || header).
  header text NOT NULL,
  salt bytea NOT NULL,
  payload text,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX event_of_entity ON audit.event (org_id, entity, entity_id, id);

-- Events that the sealer has not given an index yet. A queue, not a record.
CREATE TABLE audit.unsealed (
  org_id uuid NOT NULL,
  event_id uuid NOT NULL,
  PRIMARY KEY (org_id, event_id)
);

CREATE FUNCTION audit.append(entity text, entity_id text, action text, payload jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  org uuid := app.setting('org_id')::uuid;
  actor text := app.setting('actor');
  command text := app.setting('command');
  event uuid := uuidv7();
  instant timestamptz := clock_timestamp();
  salt bytea := uuid_send(gen_random_uuid());
  body text := (payload || jsonb_build_object('reason', app.setting('reason')))::text;
BEGIN
  IF org IS NULL OR actor IS NULL OR command IS NULL THEN
    RAISE EXCEPTION 'a change to % needs an organization, an actor and a command', entity
      USING ERRCODE = 'insufficient_privilege', HINT = 'Set app.org_id, app.actor and app.command in the transaction.';
  END IF;
  INSERT INTO audit.event (org_id, id, at, actor, command, entity, entity_id, action, header, salt, payload)
  VALUES (org, event, instant, actor, command, entity, entity_id, action,
    jsonb_build_object('v', 1, 'org', org, 'id', event, 'at', instant, 'actor', actor, 'command', command,
      'request', app.setting('request_id'), 'entity', entity, 'entityId', entity_id, 'action', action,
      'payload', encode(sha256(salt || convert_to(body, 'UTF8')), 'hex'))::text,
    salt, body);
  INSERT INTO audit.unsealed VALUES (org, event);
END $$;

-- Attached by audit.track; arguments: the entity's name, then the columns that never enter the log (secrets).
CREATE FUNCTION audit.record() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  hidden text[] := TG_ARGV[1:];
  before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - hidden END;
  after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - hidden END;
  row_org uuid := coalesce(after, before) ->> CASE WHEN TG_ARGV[0] = 'organization' THEN 'id' ELSE 'org_id' END;
BEGIN
  IF row_org IS DISTINCT FROM app.setting('org_id')::uuid THEN
    RAISE EXCEPTION 'a change to % of another organization', TG_ARGV[0] USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM audit.append(TG_ARGV[0], coalesce(after, before) ->> 'id', lower(TG_OP),
    jsonb_build_object('before', before, 'after', after));
  RETURN NULL;
END $$;

-- What happened without a change of a row: a download, an export, a sign-in, a refusal.
CREATE FUNCTION audit.note(entity text, entity_id text, action text, details jsonb) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog
  AS $$ SELECT audit.append(entity, entity_id, action, jsonb_build_object('details', details)) $$;

CREATE FUNCTION audit.refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused', TG_OP, TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', HINT = 'Records are kept; nothing updates or deletes the audit log.';
END $$;

-- Makes a table the organization's own: rows of other organizations neither seen nor written.
CREATE FUNCTION app.make_tenant(tab regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', tab);
  -- Nobody types the organization of a row: it is the transaction's.
  EXECUTE format($default$ALTER TABLE %s ALTER org_id SET DEFAULT nullif(current_setting('app.org_id', true), '')::uuid$default$, tab);
  EXECUTE format($policy$CREATE POLICY tenant ON %s
    USING (org_id = (SELECT nullif(current_setting('app.org_id', true), '')::uuid))
    WITH CHECK (org_id = (SELECT nullif(current_setting('app.org_id', true), '')::uuid))$policy$, tab);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %s TO app_rw', tab);
  EXECUTE format('GRANT SELECT ON %s TO app_readonly', tab);
END $$;

-- Every change of the table becomes an event, and none of its rows is deleted.
CREATE FUNCTION audit.track(tab regclass, entity text, hidden text[] DEFAULT '{}', deletable boolean DEFAULT false)
  RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER audit_track AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION audit.record(%s)',
    tab, (SELECT string_agg(quote_literal(a), ', ') FROM unnest(entity || hidden) a));
  IF deletable THEN
    EXECUTE format('GRANT DELETE ON %s TO app_rw', tab);
  ELSE
    EXECUTE format('CREATE TRIGGER keep BEFORE DELETE ON %s FOR EACH ROW EXECUTE FUNCTION audit.refuse()', tab);
  END IF;
  EXECUTE format('CREATE TRIGGER keep_all BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse()', tab);
END $$;

-- The version that optimistic locking compares; the row says when it last changed.
CREATE FUNCTION app.next_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  NEW.updated_at := clock_timestamp();
  RETURN NEW;
END $$;

ALTER TABLE audit.event ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON audit.event
  USING (org_id = (SELECT nullif(current_setting('app.org_id', true), '')::uuid))
  WITH CHECK (org_id = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));
CREATE POLICY sealer ON audit.event FOR SELECT TO app_seal USING (true);
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON audit.event FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER keep_all BEFORE TRUNCATE ON audit.event FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();

ALTER TABLE audit.unsealed ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON audit.unsealed
  USING (org_id = (SELECT nullif(current_setting('app.org_id', true), '')::uuid))
  WITH CHECK (org_id = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));
CREATE POLICY sealer ON audit.unsealed TO app_seal USING (true);
CREATE TRIGGER keep_all BEFORE TRUNCATE ON audit.unsealed FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();

GRANT USAGE ON SCHEMA app, audit TO app_rw, app_seal, app_readonly;
GRANT USAGE ON SCHEMA auth TO app_rw;
GRANT SELECT ON audit.event TO app_rw, app_seal, app_readonly;
GRANT SELECT, DELETE ON audit.unsealed TO app_seal;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA app, audit FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.setting(text), app.next_version() TO app_rw;
GRANT EXECUTE ON FUNCTION audit.note(text, text, text, jsonb) TO app_rw;
