import { mayGrant } from '@attestry/domain/people/permissions.ts';
import { ROLE_LABELS, ROLES, type Role } from '@attestry/domain/people/roles.ts';
import { Checkbox, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSession } from '../shell/session.ts';

interface Props {
  value?: Role[];
  onChange?: (roles: Role[]) => void;
  error?: ReactNode;
}

export function RolesField({ value, onChange, error }: Props) {
  const me = useSession().member;
  return (
    <Checkbox.Group label="Roles" value={value} onChange={(roles) => onChange?.(roles as Role[])} error={error}>
      <Stack gap={8} mt={4}>
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={ROLE_LABELS[role].name}
            description={ROLE_LABELS[role].does}
            disabled={!mayGrant(me.roles, [role]).allowed}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
