import { Button } from '@mantine/core';
import { CancelReportDocument, type ReportsQuery } from '../generated/graphql.ts';
import { useCommand } from '../shell/queries.ts';
import { useMay } from '../shell/session.ts';
import { isUnderWay, useTask } from '../shell/tasks.ts';
import { DateText, InstantText } from '../ui/date-text.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Status } from '../ui/status.tsx';
import { counted, REPORT_FORMATS, REPORT_KINDS, sizeText } from '../ui/words.ts';
import classes from './report-list.module.css';

type Report = ReportsQuery['reports'][number];

export function ReportList({ reports }: { reports: readonly Report[] }) {
  return (
    <ul aria-label="Reports" className={classes.list}>
      {reports.map((report) => (
        <ReportRow key={report.id} report={report} />
      ))}
    </ul>
  );
}

function ReportRow({ report }: { report: Report }) {
  return (
    <li className={classes.report}>
      <div>
        <h2>
          {REPORT_KINDS[report.kind].name} as of <DateText day={report.asOf} />
        </h2>
        <p className={classes.second}>
          Ordered by {report.requestedBy}, <InstantText at={report.createdAt} />
          {report.rowCount !== null && ` · ${counted(report.rowCount ?? 0, REPORT_KINDS[report.kind].one)}`}
          {report.fingerprint && (
            <>
              {' '}
              · fingerprint <code>{report.fingerprint}</code>
            </>
          )}
        </p>
      </div>
      <Outcome report={report} />
    </li>
  );
}

/** Where the report is: its files, its progress, or what went wrong. */
function Outcome({ report }: { report: Report }) {
  const mayDownload = useMay('report.download');
  if (report.status === 'queued') return <Building report={report} />;
  if (report.status === 'cancelled') return <Status standing="plain">Cancelled</Status>;
  if (report.status === 'failed')
    return (
      <div>
        <Status standing="gap">Failed</Status>
        <p className={classes.second}>{report.problem} Order it again.</p>
      </div>
    );
  return (
    <div className={classes.files}>
      {inOrder(report.files).map(({ format, documentId, name, size }) => (
        <Button
          key={format}
          component="a"
          href={`/documents/${documentId}`}
          download={name}
          variant="default"
          size="compact-md"
          disabled={!mayDownload}
        >
          {REPORT_FORMATS[format]} <span className={classes.size}>{sizeText(size)}</span>
        </Button>
      ))}
    </div>
  );
}

const FORMATS = Object.keys(REPORT_FORMATS);

const inOrder = (files: Report['files']): Report['files'] =>
  files.toSorted((a, b) => FORMATS.indexOf(a.format) - FORMATS.indexOf(b.format));

function Building({ report }: { report: Report }) {
  const task = useTask(report.task);
  const mayCancel = useMay('report.cancel');
  const cancel = useCommand(CancelReportDocument);
  return (
    <div className={classes.building}>
      <ProgressBar
        label={`Building the report as of ${report.asOf}`}
        done={task?.done ?? 0}
        total={task?.total}
        message={task?.message || 'Waiting for its turn'}
      />
      {mayCancel && isUnderWay(task) && (
        <Button
          variant="default"
          size="compact-sm"
          loading={cancel.isPending}
          onClick={() => cancel.mutate({ id: report.id })}
        >
          Cancel
        </Button>
      )}
    </div>
  );
}
