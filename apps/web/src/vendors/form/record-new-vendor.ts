import type { VendorFactsInput } from '../../generated/graphql.ts';
import { CreateServiceDocument, CreateVendorDocument } from '../../generated/graphql.ts';
import { execute } from '../../shell/client.ts';
import { isEmpty, type NewService } from './new-services.tsx';

/** What was recorded so far: a vendor and its services are commands of their own, and any of them may fail. */
export interface Recorded {
  readonly vendorId?: string;
  /** Lines whose service is recorded. */
  readonly services: ReadonlySet<number>;
}
export const NOTHING_RECORDED: Recorded = { services: new Set() };

/** The service that could not be recorded, and why; what came before it stands. */
export class ServiceFailed extends Error {
  readonly service: NewService;
  override readonly cause: unknown;
  constructor(service: NewService, cause: unknown) {
    super('The service was not recorded.');
    this.service = service;
    this.cause = cause;
  }
}

/** Records a vendor and its services, going on from where an earlier try stopped. Answers the vendor's id. */
export async function recordNewVendor(
  facts: VendorFactsInput,
  services: readonly NewService[],
  recorded: Recorded,
  keep: (recorded: Recorded) => void,
): Promise<string> {
  const vendorId = recorded.vendorId ?? (await execute(CreateVendorDocument, { facts })).createVendor.id;
  let so: Recorded = { ...recorded, vendorId };
  keep(so);
  for (const service of services) {
    if (isEmpty(service) || so.services.has(service.key)) continue;
    const { name, phi, ai } = service;
    try {
      await execute(CreateServiceDocument, { input: { vendorId, facts: { name, phi, ai } } });
    } catch (cause) {
      throw new ServiceFailed(service, cause);
    }
    so = { vendorId, services: new Set([...so.services, service.key]) };
    keep(so);
  }
  return vendorId;
}
