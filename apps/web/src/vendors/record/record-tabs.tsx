import { Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { useAsOf } from '../../shell/use-as-of.ts';
import { RowsShape } from '../../ui/shapes.tsx';
import { numberText } from '../../ui/words.ts';
import { AgreementsTab } from './agreements-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { ProfileTab } from './profile-tab.tsx';
import classes from './record.module.css';
import { TABS, type Tab } from './record-search.ts';
import { ServicesTab } from './services-tab.tsx';
import { inUse } from './state-words.ts';
import type { useFlows } from './use-flows.ts';
import type { VendorOnPage } from './vendor-on-page.ts';

/** Loaded when they are opened: the drawing and the questionnaire are more than the rest of the page. */
const SubprocessorsTab = lazy(async () => ({
  default: (await import('../subprocessors/subprocessors-tab.tsx')).SubprocessorsTab,
}));
const DueDiligenceTab = lazy(async () => ({
  default: (await import('../due-diligence/due-diligence-tab.tsx')).DueDiligenceTab,
}));
const DocumentsTab = lazy(async () => ({ default: (await import('../documents/documents-tab.tsx')).DocumentsTab }));

const route = getRouteApi('/signed-in/vendors/$id');

interface Props {
  vendor: VendorOnPage;
  flows: ReturnType<typeof useFlows>;
  addService: () => void;
}

/** The parts of a vendor's page; which one is open is in the address. */
export function RecordTabs({ vendor, flows, addService }: Props) {
  const { tab = 'services' } = route.useSearch();
  const navigate = route.useNavigate();
  const { asOf } = useAsOf();
  const panels: Record<Tab, () => ReactNode> = {
    services: () => <ServicesTab vendor={vendor} flows={flows} add={addService} />,
    agreements: () => <AgreementsTab vendor={vendor} />,
    subprocessors: () => <SubprocessorsTab vendor={vendor} />,
    'due-diligence': () => <DueDiligenceTab id={vendor.id} />,
    documents: () => <DocumentsTab id={vendor.id} name={vendor.name} />,
    profile: () => <ProfileTab vendor={vendor} />,
    history: () => <HistoryTab id={vendor.id} name={vendor.name} asOf={asOf} />,
  };
  const counts: Partial<Record<Tab, number>> = {
    services: inUse(vendor.services).length,
    agreements: vendor.agreements.length,
  };
  return (
    <Tabs
      value={tab}
      onChange={(value) =>
        navigate({
          search: ((before: object) => ({ ...before, tab: value === 'services' ? undefined : value })) as never,
          replace: true,
        })
      }
    >
      <Tabs.List mb={16} className={classes.tabs}>
        {(Object.keys(TABS) as Tab[]).map((one) => (
          <Tabs.Tab key={one} value={one}>
            {TABS[one]} {counts[one] !== undefined && <span className={classes.count}>{numberText(counts[one])}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {(Object.keys(TABS) as Tab[]).map((one) => (
        <Tabs.Panel key={one} value={one}>
          {tab === one && <Suspense fallback={<RowsShape />}>{panels[one]()}</Suspense>}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
