import type { Carrier } from '@milepost/connectors';
import type { Database } from '../../../platform/database/database.ts';
import type { LiveStream } from '../../outbound/index.ts';
import type { LinkSigner } from '../link-signer.ts';
import type { PortalBundle } from '../portal-bundle.ts';

export interface RecipientPageDependencies {
  database: Database;
  carriers: ReadonlyMap<string, Carrier>;
  live: LiveStream;
  linkSigner: LinkSigner;
  /** Null while the pages are not built. */
  loadPortalBundle(): Promise<PortalBundle | null>;
  publicUrl: string;
  now(): number;
  random(count: number): Uint8Array;
}
