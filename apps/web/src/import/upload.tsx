import { MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS } from '@attestry/domain/import/limits.ts';
import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useId, useRef, useState } from 'react';
import { failureOf } from '../shell/api-error.ts';
import { failureWords } from '../shell/failure-words.ts';
import { queryClient } from '../shell/queries.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { numberText, sizeText } from '../ui/words.ts';
import classes from './import.module.css';
import type { KindOnPage } from './kind-on-page.ts';
import { sendFile, UnreadableFile } from './send-file.ts';

const MAX_FILE_TEXT = `${MAX_FILE_BYTES / 1024 / 1024} MB`;

/** Takes a table file by dragging or by choosing. */
export function Upload({ kind }: { kind: KindOnPage }) {
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<string>();
  const [problem, setProblem] = useState<{ title: string; text: string }>();
  const input = useRef<HTMLInputElement>(null);
  const limits = useId();
  const navigate = useNavigate();

  const take = async (file: File | undefined) => {
    if (!file || sending) return;
    setProblem(undefined);
    if (file.size > MAX_FILE_BYTES)
      return setProblem({
        title: `${file.name} is too large`,
        text: `It has ${sizeText(file.size)}; at most ${MAX_FILE_TEXT} can be read. Split it and import the parts one after the other.`,
      });
    setSending(file.name);
    try {
      const id = await sendFile(file, kind.kind);
      void queryClient.invalidateQueries();
      await navigate({ to: `${kind.paths.imports}/$id` as never, params: { id } as never });
    } catch (error) {
      if (error instanceof UnreadableFile)
        setProblem({ title: `${file.name} cannot be imported`, text: error.message });
      else setProblem(failureWords(failureOf(error)));
    } finally {
      setSending(undefined);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's shortcut for the button inside */}
      <div
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileUpload size={24} stroke={1.5} aria-hidden />
        <div>
          <p>
            {sending ? (
              <span role="status">Uploading and reading {sending} …</span>
            ) : (
              <>
                Drop a CSV or XLSX file here, or{' '}
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-describedby={limits}
                  onClick={() => input.current?.click()}
                >
                  Choose a file
                </Button>
              </>
            )}
          </p>
          <p id={limits} className={classes.dim}>
            The first row holds the names of the columns. Up to {MAX_FILE_TEXT}, {numberText(MAX_ROWS)} rows and{' '}
            {numberText(MAX_COLUMNS)} columns; of a workbook the first sheet is read. Leave out anything about patients.
          </p>
        </div>
        <input
          ref={input}
          type="file"
          hidden
          data-testid="import-file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {problem && <ErrorState title={problem.title}>{problem.text} Nothing was recorded.</ErrorState>}
    </>
  );
}
