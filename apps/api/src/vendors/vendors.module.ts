import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.ts';
import { ImportModule } from '../import/import.module.ts';
import { offerImport } from '../import/import-kind.ts';
import { VENDOR_IMPORT } from './import/vendor-import.ts';
import { ServicesResolver } from './services.resolver.ts';
import { SubprocessorLinksResolver } from './subprocessors/subprocessor-links.resolver.ts';
import { SubprocessorListsResolver, VendorSubprocessorsResolver } from './subprocessors/subprocessor-lists.resolver.ts';
import { VendorEvidenceResolver } from './vendor-evidence.resolver.ts';
import { VendorsResolver } from './vendors.resolver.ts';

@Module({
  imports: [DocumentsModule, ImportModule],
  providers: [
    VendorsResolver,
    ServicesResolver,
    VendorEvidenceResolver,
    SubprocessorLinksResolver,
    SubprocessorListsResolver,
    VendorSubprocessorsResolver,
  ],
})
export class VendorsModule {
  constructor() {
    offerImport(VENDOR_IMPORT);
  }
}
