-- Why a file is kept, which decides who may read it; and the text that was read from it.

ALTER TABLE app.document ADD purpose text NOT NULL DEFAULT 'evidence' CHECK (purpose IN ('evidence', 'import', 'report'));
-- Rows of before this change belong to an import or to a report. Not a change of a record: nothing that people said changes.
ALTER TABLE app.document NO FORCE ROW LEVEL SECURITY;
ALTER TABLE app.document DISABLE TRIGGER audit_track;
UPDATE app.document SET purpose = 'import';
ALTER TABLE app.report_file NO FORCE ROW LEVEL SECURITY;
UPDATE app.document d SET purpose = 'report' FROM app.report_file f WHERE f.org_id = d.org_id AND f.document_id = d.id;
ALTER TABLE app.report_file FORCE ROW LEVEL SECURITY;
ALTER TABLE app.document ENABLE TRIGGER audit_track;
ALTER TABLE app.document FORCE ROW LEVEL SECURITY;

-- Text with the page and offset of every character, kept in the document store like the file: encrypted.
CREATE TABLE app.document_text (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  document_id uuid NOT NULL,
  status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'read', 'no_text', 'unreadable')),
  -- Why there is no text, in words for whoever uploaded the file.
  problem text NOT NULL DEFAULT '',
  page_count integer,
  characters integer,
  object_key text,
  wrapped_key bytea,
  read_at timestamptz,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, document_id),
  FOREIGN KEY (org_id, document_id) REFERENCES app.document (org_id, id),
  CHECK ((status = 'read') = (object_key IS NOT NULL AND wrapped_key IS NOT NULL AND characters IS NOT NULL))
);
SELECT app.make_tenant('app.document_text');
SELECT audit.track('app.document_text', 'document_text', ARRAY['wrapped_key', 'object_key']);
