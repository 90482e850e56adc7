-- Organizations and their members. Accounts and sessions belong to people, not to an organization: schema auth.

CREATE TABLE app.organization (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
  kind text NOT NULL CHECK (kind IN ('covered_entity', 'business_associate', 'hybrid')),
  time_zone text NOT NULL DEFAULT 'America/New_York',
  paper text NOT NULL DEFAULT 'letter' CHECK (paper IN ('letter', 'a4')),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
ALTER TABLE app.organization ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON app.organization
  USING (id = (SELECT nullif(current_setting('app.org_id', true), '')::uuid))
  WITH CHECK (id = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));
GRANT SELECT, INSERT, UPDATE ON app.organization TO app_rw;
GRANT SELECT ON app.organization TO app_readonly;
CREATE TRIGGER next_version BEFORE UPDATE ON app.organization FOR EACH ROW EXECUTE FUNCTION app.next_version();
SELECT audit.track('app.organization', 'organization');

CREATE TABLE auth.account (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  email text NOT NULL UNIQUE CHECK (email = lower(email) AND length(email) <= 320),
  password_hash text NOT NULL,
  password_changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE app.member (
  org_id uuid NOT NULL REFERENCES app.organization (id),
  id uuid NOT NULL DEFAULT uuidv7(),
  version integer NOT NULL DEFAULT 1,
  account_id uuid NOT NULL REFERENCES auth.account (id),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
  email text NOT NULL,
  roles text[] NOT NULL CHECK (roles <@ ARRAY['administrator', 'privacy_officer', 'vendor_manager', 'security_analyst',
    'training_coordinator', 'workforce_member', 'auditor', 'executive']),
  deactivated_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, account_id)
);
SELECT app.make_tenant('app.member');
CREATE TRIGGER next_version BEFORE UPDATE ON app.member FOR EACH ROW EXECUTE FUNCTION app.next_version();
SELECT audit.track('app.member', 'member');

-- Two administrators who remove each other at once must not both succeed: the organization's row is the lock.
CREATE FUNCTION app.keep_an_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM app.organization WHERE id = OLD.org_id FOR UPDATE;
  IF NOT EXISTS (SELECT 1 FROM app.member
      WHERE org_id = OLD.org_id AND id <> OLD.id AND deactivated_at IS NULL AND 'administrator' = ANY (roles)) THEN
    RAISE EXCEPTION 'the last administrator must stay' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_an_administrator BEFORE UPDATE ON app.member FOR EACH ROW
  WHEN ('administrator' = ANY (OLD.roles) AND OLD.deactivated_at IS NULL
    AND (NEW.deactivated_at IS NOT NULL OR NOT 'administrator' = ANY (NEW.roles)))
  EXECUTE FUNCTION app.keep_an_administrator();

CREATE TABLE app.invitation (
  org_id uuid NOT NULL REFERENCES app.organization (id),
  id uuid NOT NULL DEFAULT uuidv7(),
  version integer NOT NULL DEFAULT 1,
  email text NOT NULL CHECK (email = lower(email)),
  name text NOT NULL,
  roles text[] NOT NULL,
  token_hash bytea NOT NULL,
  invited_by uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, invited_by) REFERENCES app.member (org_id, id)
);
CREATE UNIQUE INDEX invitation_token ON app.invitation (org_id, token_hash);
SELECT app.make_tenant('app.invitation');
CREATE TRIGGER next_version BEFORE UPDATE ON app.invitation FOR EACH ROW EXECUTE FUNCTION app.next_version();
SELECT audit.track('app.invitation', 'invitation', ARRAY['token_hash']);

CREATE TABLE auth.session (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  token_hash bytea NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES auth.account (id),
  org_id uuid NOT NULL,
  member_id uuid NOT NULL,
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  last_seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at timestamptz,
  address text NOT NULL DEFAULT '',
  user_agent text NOT NULL DEFAULT '',
  FOREIGN KEY (org_id, member_id) REFERENCES app.member (org_id, id)
);
CREATE INDEX session_of_account ON auth.session (account_id) WHERE ended_at IS NULL;

-- Failures of sign-in, counted per bucket (an address; an account from unknown devices; a known device).
CREATE TABLE auth.attempt (
  bucket text PRIMARY KEY,
  failures integer NOT NULL,
  since timestamptz NOT NULL
);

-- The one-time link that makes the first organization.
CREATE TABLE auth.setup_link (
  token_hash bytea PRIMARY KEY,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);

GRANT SELECT, INSERT, UPDATE ON auth.account, auth.session, auth.attempt TO app_rw;
GRANT DELETE ON auth.attempt TO app_rw;
GRANT SELECT, UPDATE ON auth.setup_link TO app_rw;

-- What must be known before an organization is: each answers one narrow question, past row-level security.
CREATE FUNCTION auth.session_by_token(token bytea) RETURNS TABLE (
    id uuid, account_id uuid, org_id uuid, member_id uuid, started_at timestamptz, last_seen_at timestamptz,
    member_name text, email text, roles text[], org_name text, org_kind text, time_zone text, paper text, today date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT s.id, s.account_id, s.org_id, s.member_id, s.started_at, s.last_seen_at,
    m.name, m.email, m.roles, o.name, o.kind, o.time_zone, o.paper, (clock_timestamp() AT TIME ZONE o.time_zone)::date
  FROM auth.session s
  JOIN app.member m ON m.org_id = s.org_id AND m.id = s.member_id
  JOIN app.organization o ON o.id = s.org_id
  WHERE s.token_hash = token AND s.ended_at IS NULL AND m.deactivated_at IS NULL
$$;
CREATE FUNCTION auth.memberships(account uuid) RETURNS TABLE (org_id uuid, member_id uuid, org_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT m.org_id, m.id, o.name FROM app.member m JOIN app.organization o ON o.id = m.org_id
  WHERE m.account_id = account AND m.deactivated_at IS NULL ORDER BY o.name, m.id
$$;
CREATE FUNCTION auth.invitation_by_token(token bytea) RETURNS TABLE (
    org_id uuid, id uuid, email text, name text, roles text[], org_name text, expires_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT i.org_id, i.id, i.email, i.name, i.roles, o.name, i.expires_at
  FROM app.invitation i JOIN app.organization o ON o.id = i.org_id
  WHERE i.token_hash = token AND i.accepted_at IS NULL AND i.revoked_at IS NULL
$$;
CREATE FUNCTION auth.has_organization() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  AS $$ SELECT EXISTS (SELECT 1 FROM app.organization) $$;
-- Whose logs the verifier walks: also of an organization whose log is gone.
CREATE FUNCTION audit.organizations() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  AS $$ SELECT id FROM app.organization $$;
REVOKE EXECUTE ON FUNCTION audit.organizations() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.organizations() TO app_seal;
-- The functions above read across organizations, so their owner needs policies of its own: reading only.
DO $$
BEGIN
  EXECUTE format('CREATE POLICY lookup ON app.organization FOR SELECT TO %I USING (true)', current_user);
  EXECUTE format('CREATE POLICY lookup ON app.member FOR SELECT TO %I USING (true)', current_user);
  EXECUTE format('CREATE POLICY lookup ON app.invitation FOR SELECT TO %I USING (true)', current_user);
END $$;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA auth FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA auth TO app_rw;
REVOKE EXECUTE ON FUNCTION app.keep_an_administrator() FROM PUBLIC;

CREATE TABLE app.saved_view (
  org_id uuid NOT NULL REFERENCES app.organization (id),
  id uuid NOT NULL DEFAULT uuidv7(),
  member_id uuid NOT NULL,
  register text NOT NULL CHECK (register IN ('ai-systems')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  query text NOT NULL CHECK (length(query) <= 4000),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, member_id, register, name),
  FOREIGN KEY (org_id, member_id) REFERENCES app.member (org_id, id)
);
SELECT app.make_tenant('app.saved_view');
SELECT audit.track('app.saved_view', 'saved_view', deletable => true);
