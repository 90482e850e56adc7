import { dayText } from '@attestry/domain/time/day-text.ts';

/** An instant as "31 Mar 2027, 16:05 (America/Chicago)". */
export function instantInWords(iso: string, timeZone: string): string {
  const options = {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  const format = new Intl.DateTimeFormat('en-US', { ...options, hourCycle: 'h23' });
  const part = Object.fromEntries(format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
  return `${dayText(`${part.year}-${part.month}-${part.day}`)}, ${part.hour}:${part.minute} (${timeZone})`;
}

/** "1 system", "2,410 systems". */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
