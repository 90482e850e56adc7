/// <reference path="../assets.d.ts" />

import { dayText } from '@attestry/domain/time/day-text.ts';
import { template } from '../html.ts';
import type { PdfPrinter, Printed, PrintOptions } from '../pdf.ts';
import type { InventoryReportInput } from './input.ts';
import source from './template.hbs?raw';
import { INVENTORY_TITLE, type InventoryView, inventoryView } from './view.ts';

/** The inventory report as HTML, whole: fonts and styles inside. */
export function inventoryHtml(input: InventoryReportInput, pageOf?: ReadonlyMap<string, number>): string {
  return render(inventoryView(input, pageOf));
}

/** The inventory report as a PDF at `path`. */
export function printInventory(
  printer: PdfPrinter,
  input: InventoryReportInput,
  options: Omit<PrintOptions, 'description'>,
): Promise<Printed> {
  const description = {
    title: `${INVENTORY_TITLE}, ${input.organization.name}, as of ${dayText(input.asOf)}`,
    author: input.organization.name,
    language: 'en-US',
    createdAt: input.generatedAt,
  };
  const sections = input.systems.filter(({ phi }) => phi === 'yes').length;
  const html =
    sections > PAGED_CONTENTS
      ? inventoryHtml(input)
      : (pageOf?: ReadonlyMap<string, number>) => inventoryHtml(input, pageOf);
  return printer.print(html, { ...options, description });
}

/** Page numbers in the contents cost a second printing: 150 sections print in about 1.5 s, 500 in 5. */
const PAGED_CONTENTS = 150;

const render = template<InventoryView>(source);
