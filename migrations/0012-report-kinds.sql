-- More registers as reports.

ALTER TABLE app.report DROP CONSTRAINT report_kind_check;
ALTER TABLE app.report ADD CHECK (kind IN ('inventory', 'vendors', 'agreements', 'coverage_gaps'));
ALTER TABLE app.report RENAME system_count TO row_count;
