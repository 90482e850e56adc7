import { Module } from '@nestjs/common';
import { MembersResolver } from './members.resolver.ts';
import { People } from './people.service.ts';
import { SignInResolver } from './sign-in.resolver.ts';

@Module({ providers: [People, SignInResolver, MembersResolver], exports: [People] })
export class PeopleModule {}
