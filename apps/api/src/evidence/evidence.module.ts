import { Module } from '@nestjs/common';
import { ReportsResolver } from './reports.resolver.ts';

@Module({ providers: [ReportsResolver] })
export class EvidenceModule {}
