import { useSession } from '../shell/session.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { ChangePassword } from './change-password.tsx';
import { MySessions } from './my-sessions.tsx';
import { roleNames } from './role-names.ts';

export function AccountPage() {
  const { member, organization } = useSession();
  return (
    <>
      <PageHeader title={member.name} state={`${member.email} · ${roleNames(member.roles)} in ${organization.name}`} />
      <Section
        title="Sessions"
        text="Where you are signed in. A session ends after 15 minutes without activity, and 12 hours after it began."
      >
        <MySessions />
      </Section>
      <Section title="Password" text="A change ends all your other sessions.">
        <ChangePassword />
      </Section>
    </>
  );
}
