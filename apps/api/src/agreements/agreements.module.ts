import { Module } from '@nestjs/common';
import { AgreementCommandsResolver } from './agreement-commands.resolver.ts';
import { AgreementDocumentsResolver, AmendmentsResolver } from './agreement-documents.resolver.ts';
import { AgreementsResolver, VendorAgreementsResolver } from './agreements.resolver.ts';
import { ConditionStatusesResolver, ConditionsResolver } from './conditions.resolver.ts';
import { CoveredServicesResolver } from './covered-services.resolver.ts';
import { LinkStandingResolver } from './link-standing.resolver.ts';
import { ObjectionDeadlineResolver } from './objection-deadline.resolver.ts';
import { ObligationsResolver } from './obligations.resolver.ts';

@Module({
  providers: [
    AgreementsResolver,
    VendorAgreementsResolver,
    AgreementCommandsResolver,
    CoveredServicesResolver,
    ConditionsResolver,
    ConditionStatusesResolver,
    AgreementDocumentsResolver,
    AmendmentsResolver,
    LinkStandingResolver,
    ObjectionDeadlineResolver,
    ObligationsResolver,
  ],
})
export class AgreementsModule {}
