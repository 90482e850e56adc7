import type { Permission } from '@attestry/domain/people/permissions.ts';
import {
  type Icon,
  IconBuilding,
  IconCalendarEvent,
  IconFileCertificate,
  IconFileText,
  IconListDetails,
  IconSettings,
  IconShieldCheck,
  IconTimeline,
} from '@tabler/icons-react';

export interface Place {
  name: string;
  to: '/' | '/ai-systems' | '/vendors' | '/agreements' | '/coverage' | '/reports' | '/audit-log' | '/settings';
  icon: Icon;
  needs?: Permission;
}

/** What the product has, in the groups in which people look for it. */
export const PLACES: readonly { group: string; places: readonly Place[] }[] = [
  { group: 'Work', places: [{ name: 'Today', to: '/', icon: IconCalendarEvent }] },
  {
    group: 'Registers',
    places: [
      { name: 'AI systems', to: '/ai-systems', icon: IconListDetails, needs: 'ai-system.read' },
      { name: 'Vendors', to: '/vendors', icon: IconBuilding, needs: 'vendor.read' },
      { name: 'Agreements', to: '/agreements', icon: IconFileText, needs: 'agreement.read' },
      { name: 'Coverage', to: '/coverage', icon: IconShieldCheck, needs: 'coverage.read' },
    ],
  },
  {
    group: 'Proof',
    places: [
      { name: 'Reports', to: '/reports', icon: IconFileCertificate, needs: 'report.read' },
      { name: 'Audit log', to: '/audit-log', icon: IconTimeline, needs: 'audit.read' },
    ],
  },
];

export const SETTINGS: Place = { name: 'Settings', to: '/settings', icon: IconSettings };
