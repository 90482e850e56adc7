import { Modal } from '@mantine/core';
import type { Link } from './chain-drawing.ts';
import { LinkForm } from './link-form.tsx';

interface Props {
  vendor: { readonly id: string; readonly name: string };
  /** Absent: a new one below the vendor. */
  link: Link | undefined;
  opened: boolean;
  onClose: () => void;
}

/** Adds a subprocessor, or changes what is said of a link of the chain. */
export function LinkDialog({ vendor, link, opened, onClose }: Props) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      closeOnClickOutside={false}
      title={link ? `${link.upperVendor.name} to ${link.lowerVendor.name}` : `Add a subprocessor of ${vendor.name}`}
      size={640}
    >
      <LinkForm key={link ? `${link.id} ${link.version}` : 'new'} vendor={vendor} link={link} onClose={onClose} />
    </Modal>
  );
}
