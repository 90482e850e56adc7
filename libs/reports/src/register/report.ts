/// <reference path="../assets.d.ts" />

import { dayText } from '@attestry/domain/time/day-text.ts';
import { template } from '../html.ts';
import type { PdfPrinter, Printed, PrintOptions } from '../pdf.ts';
import type { RegisterReport } from './document.ts';
import source from './template.hbs?raw';
import { type RegisterView, registerView } from './view.ts';

/** A register as HTML, whole: fonts and styles inside. */
export const registerHtml = (report: RegisterReport, pageOf?: ReadonlyMap<string, number>): string =>
  render(registerView(report, pageOf));

/** Rows above which the contents have no page numbers: they cost a second printing. */
const PAGED_CONTENTS = 1_000;

/** A register as a PDF at `path`. */
export function printRegister(
  printer: PdfPrinter,
  report: RegisterReport,
  options: Omit<PrintOptions, 'description'>,
): Promise<Printed> {
  const description = {
    title: `${report.document.title}, ${report.organization.name}, as of ${dayText(report.asOf)}`,
    author: report.organization.name,
    language: 'en-US',
    createdAt: report.generatedAt,
  };
  const rows = report.document.sections.reduce((sum, section) => sum + section.rows.length, 0);
  const html =
    rows > PAGED_CONTENTS
      ? registerHtml(report)
      : (pageOf?: ReadonlyMap<string, number>) => registerHtml(report, pageOf);
  return printer.print(html, { ...options, description });
}

const render = template<RegisterView>(source);
