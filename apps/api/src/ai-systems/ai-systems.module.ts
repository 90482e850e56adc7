import { Module } from '@nestjs/common';
import { ImportModule } from '../import/import.module.ts';
import { offerImport } from '../import/import-kind.ts';
import { AiSystemsResolver } from './ai-systems.resolver.ts';
import { CoverageResolver, CoverageSegmentResolver, MatrixRowResolver } from './coverage/coverage.resolver.ts';
import { AI_SYSTEM_IMPORT } from './import/ai-system-import.ts';
import { AiSystemFlowsResolver, PhiFlowsResolver, VendorGapsResolver } from './phi-flows.resolver.ts';

@Module({
  imports: [ImportModule],
  providers: [
    AiSystemsResolver,
    PhiFlowsResolver,
    AiSystemFlowsResolver,
    VendorGapsResolver,
    CoverageResolver,
    CoverageSegmentResolver,
    MatrixRowResolver,
  ],
})
export class AiSystemsModule {
  constructor() {
    offerImport(AI_SYSTEM_IMPORT);
  }
}
