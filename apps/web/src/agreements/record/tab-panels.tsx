import { Tabs } from '@mantine/core';
import { useAsOf } from '../../shell/use-as-of.ts';
import type { AgreementOnPage } from './agreement-on-page.ts';
import { ConditionsTab } from './conditions-tab.tsx';
import { DocumentsTab } from './documents-tab.tsx';
import { FactsTab } from './facts-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { ObligationsTab } from './obligations-tab.tsx';
import { ServicesTab } from './services-tab.tsx';

/** What each tab shows; only the one in sight is in the page. */
export function TabPanels({
  agreement,
  file,
  open,
}: {
  agreement: AgreementOnPage;
  file: string | undefined;
  open: (file: string | undefined) => void;
}) {
  const { asOf } = useAsOf();
  return (
    <>
      <Tabs.Panel value="facts">
        <FactsTab agreement={agreement} />
      </Tabs.Panel>
      <Tabs.Panel value="services">
        <ServicesTab agreement={agreement} />
      </Tabs.Panel>
      <Tabs.Panel value="conditions">
        <ConditionsTab agreement={agreement} />
      </Tabs.Panel>
      <Tabs.Panel value="documents">
        <DocumentsTab agreement={agreement} file={file} open={open} />
      </Tabs.Panel>
      <Tabs.Panel value="obligations">
        <ObligationsTab agreement={agreement} />
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <HistoryTab id={agreement.id} asOf={asOf} />
      </Tabs.Panel>
    </>
  );
}
