-- Documents: content-addressed by SHA-256, encrypted per document; the bytes live in the document store.

-- Key of an organization, wrapped by the installation's root key. A secret: never in the log, never in an answer.
CREATE TABLE app.organization_key (
  org_id uuid PRIMARY KEY REFERENCES app.organization (id),
  wrapped bytea NOT NULL
);
SELECT app.make_tenant('app.organization_key');
REVOKE UPDATE ON app.organization_key FROM app_rw;
REVOKE SELECT ON app.organization_key FROM app_readonly;

CREATE TABLE app.document (
  org_id uuid NOT NULL REFERENCES app.organization (id),
  id uuid NOT NULL DEFAULT uuidv7(),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint NOT NULL CHECK (size >= 0),
  media_type text NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
  -- Random name in the store; the data key is wrapped by the organization's key.
  object_key text NOT NULL,
  wrapped_key bytea NOT NULL,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  received_from uuid,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, received_from) REFERENCES app.member (org_id, id)
);
CREATE INDEX document_by_content ON app.document (org_id, sha256);
SELECT app.make_tenant('app.document');
SELECT audit.track('app.document', 'document', ARRAY['wrapped_key', 'object_key']);

-- Long work that people watch: progress, not a record. The records it makes are tracked themselves.
CREATE TABLE app.background_task (
  org_id uuid NOT NULL REFERENCES app.organization (id),
  id uuid NOT NULL DEFAULT uuidv7(),
  kind text NOT NULL,
  subject_id uuid NOT NULL,
  status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  done integer NOT NULL DEFAULT 0,
  total integer,
  message text NOT NULL DEFAULT '',
  requested_by uuid NOT NULL,
  cancel_requested boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  started_at timestamptz,
  finished_at timestamptz,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, requested_by) REFERENCES app.member (org_id, id)
);
CREATE INDEX background_task_of_subject ON app.background_task (org_id, subject_id);
SELECT app.make_tenant('app.background_task');

-- Says how far a task is, to the row and to whoever listens; answers whether somebody asked to cancel it. One statement
-- of its own, so that the task's long transaction does not hide it.
CREATE FUNCTION app.task_progress(org uuid, task uuid, done_now integer, total_now integer, message_now text) RETURNS boolean
  LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE row app.background_task;
BEGIN
  PERFORM set_config('app.org_id', org::text, true);
  UPDATE app.background_task SET done = coalesce(done_now, done), total = coalesce(total_now, total),
    message = coalesce(message_now, message) WHERE id = task RETURNING * INTO row;
  PERFORM pg_notify('attestry_task', json_build_object('org', org, 'id', task, 'kind', row.kind,
    'subjectId', row.subject_id, 'status', row.status, 'done', row.done, 'total', row.total, 'message', left(row.message, 2000))::text);
  RETURN row.cancel_requested;
END $$;
REVOKE EXECUTE ON FUNCTION app.task_progress(uuid, uuid, integer, integer, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.task_progress(uuid, uuid, integer, integer, text) TO app_rw;

-- Queued tasks of every organization, for the tick that enqueues what a lost job left behind.
CREATE FUNCTION app.waiting_tasks(older_than interval) RETURNS TABLE (org_id uuid, id uuid, kind text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT t.org_id, t.id, t.kind FROM app.background_task t
  WHERE t.status = 'queued' AND t.created_at < clock_timestamp() - older_than
  ORDER BY t.created_at LIMIT 1000
$$;
DO $$ BEGIN
  EXECUTE format('CREATE POLICY lookup ON app.background_task FOR SELECT TO %I USING (true)', current_user);
END $$;
REVOKE EXECUTE ON FUNCTION app.waiting_tasks(interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.waiting_tasks(interval) TO app_rw;
