import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FileField } from '../../documents/file-field.tsx';
import { VendorForAgreementDocument, type VendorForAgreementQuery } from '../../generated/graphql.ts';
import { query } from '../../shell/queries.ts';
import { useSession } from '../../shell/session.ts';
import classes from '../../ui/form/form.module.css';
import { VendorPicker } from '../../vendors/subprocessors/vendor-picker.tsx';
import type { Term } from '../facts/fact-set.ts';
import { SignatureFields } from '../facts/signature-fields.tsx';
import hints from './new-page.module.css';
import { PartiesField } from './parties-field.tsx';
import { ServicesField } from './services-field.tsx';
import { TermInput } from './term-input.tsx';
import type { useNewAgreement } from './use-new-agreement.ts';

type Made = ReturnType<typeof useNewAgreement>;
type Vendor = NonNullable<VendorForAgreementQuery['vendor']>;

/** The fields of a new agreement, grouped as people think of it. */
export function NewGroups({ made }: { made: Made }) {
  const { form, draft } = made;
  const vendor = useVendor(draft.vendorId);
  const upper = useVendor(draft.above === 'vendor' ? draft.upperVendorId : undefined);
  const { renewal } = form.values;
  return (
    <>
      <PartiesGroup made={made} vendor={vendor} upper={upper} />
      <Group title="What it is">
        <Terms made={made} terms={['title', 'owner']} />
        {vendor && (
          <ServicesField
            vendor={vendor}
            chosen={draft.serviceIds}
            onChange={(serviceIds) => made.setDraft((all) => ({ ...all, serviceIds }))}
            error={form.errors.serviceIds}
          />
        )}
      </Group>
      <Group title="Negotiation">
        <Terms made={made} terms={['draftedOn', 'sentOn']} />
      </Group>
      <SignaturesGroup made={made} vendor={vendor} upper={upper} />
      <Group title="Term">
        <Terms made={made} terms={['renewal', ...TERMS_BY_RENEWAL[renewal], 'objectionDays', 'returnDays']} />
      </Group>
      <Group title="File and notes">
        <FileField
          label="The agreement itself"
          description="The signed file, or the draft. It is filed with the agreement."
          file={made.file}
          onChange={made.setFile}
        />
        <Terms made={made} terms={['notes']} />
      </Group>
    </>
  );
}

/** What there is to ask about a term depends on how it ends. */
const TERMS_BY_RENEWAL: Readonly<Record<Made['form']['values']['renewal'], readonly Term[]>> = {
  fixed: ['termEndsOn', 'noticeDays'],
  auto: ['termEndsOn', 'renewalMonths', 'noticeDays'],
  evergreen: [],
  unknown: ['termEndsOn', 'noticeDays'],
};

const Terms = ({ made: { form, change }, terms }: { made: Made; terms: readonly Term[] }) =>
  terms.map((fact) => (
    <TermInput key={fact} fact={fact} value={form.values[fact]} error={form.errors[fact]} change={change} />
  ));

interface WithVendors {
  made: Made;
  vendor: Vendor | undefined;
  upper: Vendor | undefined;
}

function PartiesGroup({ made: { form, draft, setDraft, chooseVendor }, vendor, upper }: WithVendors) {
  return (
    <Group title="Parties">
      <VendorPicker
        id="fact-vendorId"
        label="Vendor"
        description="The party that receives PHI."
        vendor={vendor}
        onChange={(picked) => chooseVendor(picked?.id)}
        error={form.errors.vendorId}
        within="page"
        except={(draft.above === 'vendor' && draft.upperVendorId) || ''}
      />
      <PartiesField
        above={draft.above}
        onChange={(above) => setDraft((all) => ({ ...all, above }))}
        error={form.errors.parties}
      />
      {draft.above === 'vendor' && (
        <VendorPicker
          id="fact-upperVendorId"
          label="The vendor above"
          vendor={upper}
          onChange={(picked) => setDraft((all) => ({ ...all, upperVendorId: picked?.id }))}
          error={form.errors.upperVendorId}
          within="page"
          except={draft.vendorId ?? ''}
        />
      )}
    </Group>
  );
}

function SignaturesGroup({ made: { form, draft, setDraft }, vendor, upper }: WithVendors) {
  const { name } = useSession().organization;
  return (
    <Group title="Signatures">
      <p className={hints.hint}>Leave them empty while nobody has signed; they can be recorded later, one by one.</p>
      <SignatureFields
        upper={draft.above === 'vendor' ? (upper?.name ?? 'the vendor above') : name}
        lower={vendor?.name ?? 'the vendor'}
        typed={draft.signatures}
        change={(signatures) => setDraft((all) => ({ ...all, signatures }))}
        wrong={(field) => form.errors[`signatures.${field}`]}
        idPrefix="fact-signatures."
      />
    </Group>
  );
}

const useVendor = (id: string | undefined) =>
  useQuery({ ...query(VendorForAgreementDocument, { id: id ?? '' }), enabled: id !== undefined }).data?.vendor ??
  undefined;

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className={classes.group}>
    <legend>{title}</legend>
    <div className={classes.fields}>{children}</div>
  </fieldset>
);
