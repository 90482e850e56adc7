import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { LikelyDuplicateCountDocument, VendorsStateDocument } from '../../generated/graphql.ts';
import { query } from '../../shell/queries.ts';
import { RegisterPage as Page } from '../../shell/register/register-page.tsx';
import { useMay } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { AddMenu } from '../../ui/register/add-menu.tsx';
import { counted } from '../../ui/words.ts';
import { EmptyRegister } from './empty-register.tsx';
import { VENDORS } from './register.tsx';
import { RegisterState } from './register-state.tsx';

export function RegisterPage() {
  const { asOf, readOnly } = useAsOf();
  const may = { create: useMay('vendor.create'), import: useMay('vendor.import') };
  const { data: state } = useQuery(query(VendorsStateDocument, { asOf }));
  const recorded = state && state.vendorSummary.total + state.vendorSummary.offboarded > 0;
  return (
    <Page
      register={VENDORS}
      state={recorded && <RegisterState state={state} asOf={asOf} />}
      actions={
        !readOnly && (
          <>
            <LikelyDuplicates />
            <AddMenu
              add={may.create && { name: 'Add a vendor', to: '/vendors/new' }}
              more={[may.import && { name: 'Import from a file', to: '/vendors/import' }]}
            />
          </>
        )
      }
      empty={<EmptyRegister asOf={asOf} />}
      purpose="read the register of vendors"
    />
  );
}

/** Only where there are any: names so alike that two records may be one vendor. */
function LikelyDuplicates() {
  const { data } = useQuery(query(LikelyDuplicateCountDocument, {}));
  const count = data?.likelyDuplicates.totalCount ?? 0;
  if (count === 0) return null;
  return (
    <Button component={Link} to="/vendors/duplicates" variant="default">
      {counted(count, 'likely duplicate')}
    </Button>
  );
}
