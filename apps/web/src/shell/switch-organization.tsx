import { Modal } from '@mantine/core';
import { PasswordForm } from './password-form.tsx';
import { useSession } from './session.ts';

interface Props {
  target?: { id: string; name: string };
  onClose: () => void;
}

/** Another organization is another session: it asks for the password, and the page is loaded anew. */
export function SwitchOrganization({ target, onClose }: Props) {
  const { member } = useSession();
  return (
    <Modal opened={target !== undefined} onClose={onClose} title={`Switch to ${target?.name ?? ''}`} size={400}>
      {target && (
        <>
          <p style={{ marginBottom: 16 }}>Records of one organization are never shown with those of another.</p>
          <PasswordForm
            email={member.email}
            organizationId={target.id}
            command={`Sign in to ${target.name}`}
            onSignedIn={() => location.assign('/')}
          />
        </>
      )}
    </Modal>
  );
}
