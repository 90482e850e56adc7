import { NativeSelect, type NativeSelectProps } from '@mantine/core';

export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** In which the organization's days begin and end. */
export function TimeZoneField(props: NativeSelectProps) {
  const zones = [...new Set([String(props.value ?? ''), ownTimeZone(), 'UTC', ...Intl.supportedValuesOf('timeZone')])];
  return (
    <NativeSelect
      label="Time zone"
      description="Due dates begin and end in it."
      data={zones.filter(Boolean)}
      {...props}
    />
  );
}
