import { Module } from '@nestjs/common';
import { Entering } from './entering.service.ts';
import { InvitationsResolver } from './invitations.resolver.ts';
import { MembersResolver } from './members.resolver.ts';
import { People } from './people.service.ts';
import { SavedViewsResolver } from './saved-views.resolver.ts';
import { SetUpResolver } from './set-up.resolver.ts';
import { SignInResolver } from './sign-in.resolver.ts';

@Module({
  providers: [
    People,
    Entering,
    SetUpResolver,
    SignInResolver,
    InvitationsResolver,
    MembersResolver,
    SavedViewsResolver,
  ],
  exports: [People],
})
export class PeopleModule {}
