import { alike } from '@attestry/domain/vendors/similar-names.ts';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FindVendorsDocument } from '../../generated/graphql.ts';
import { query } from '../../shell/queries.ts';
import classes from '../../ui/form/form.module.css';

/** Says when vendors are recorded whose name is alike. It warns; it does not stop anybody. */
export function AlreadyRecorded({ name }: { name: string }) {
  const [typed] = useDebouncedValue(name.trim(), 250);
  const [search = ''] = typed.split(/\s+/);
  const enabled = search.length > 2;
  const { data } = useQuery({ ...query(FindVendorsDocument, { search }), enabled });
  const found = enabled ? (data?.vendors.nodes ?? []).filter((vendor) => alike(typed, vendor.name)) : [];
  return (
    <div role="status">
      {found.length > 0 && (
        <p className={classes.warning}>
          Recorded already:{' '}
          {found.slice(0, 3).map((vendor, index) => (
            <span key={vendor.id}>
              {index > 0 && ', '}
              <Link to="/vendors/$id" params={{ id: vendor.id }}>
                {vendor.name}
              </Link>
            </span>
          ))}
          . Is it one of these?
        </p>
      )}
    </div>
  );
}
