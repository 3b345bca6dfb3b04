import type { Carrier } from '@milepost/connectors';
import type { Database } from '../../../platform/database/database.ts';
import type { LiveStream } from '../../outbound/index.ts';
import type { BuiltPortal } from '../built-portal.ts';
import type { LinkSigner } from '../link-signer.ts';

export interface PortalDependencies {
  database: Database;
  carriers: ReadonlyMap<string, Carrier>;
  live: LiveStream;
  /** Signs links, and loads the built pages; null while they are not built. */
  portal: { signer: LinkSigner; load(): Promise<BuiltPortal | null> };
  publicUrl: string;
  now(): number;
  random(count: number): Uint8Array;
}
