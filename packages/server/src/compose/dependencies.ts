import type { Carrier } from '@milepost/connectors';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { DemoDesk } from '../modules/demo/demo-desk.ts';
import type { IncomingMessage, Receipt } from '../modules/ingestion/receive.ts';
import type { LiveStream } from '../modules/outbound/outbox-item.ts';
import type { People } from '../modules/people/people.ts';
import type { BuiltPortal } from '../modules/portal/built-portal.ts';
import type { LinkSigner } from '../modules/portal/link-signer.ts';
import type { RegisterInput, RegisterResult } from '../modules/tracking/registration/register.ts';
import type { Database } from '../platform/database/database.ts';
import type { KeptMails } from '../platform/mail/kept-mails.ts';
import type { Secrets } from '../platform/secrets/secrets.ts';

/** What the door needs of the house. */
export interface HttpDependencies {
  database: Database;
  receiver: { receive(message: IncomingMessage): Promise<Receipt> };
  carriers: ReadonlyMap<string, Carrier>;
  register(workspaceId: string, inputs: readonly RegisterInput[]): Promise<RegisterResult[]>;
  live: LiveStream;
  secrets: Secrets;
  /** Why webhooks are not sent to this address, or null. */
  guardUrl(url: string): Promise<string | null>;
  /** There is something in the inbox that no hook brought. */
  wakeWorker(): void;
  now(): number;
  newId(): string;
  random(count: number): Uint8Array;
  /** Where the demo is asked; it knows the present of its workspaces. */
  demo: DemoDesk;
  health(): Promise<{ ready: boolean; checks: Record<string, string> }>;
  metrics: Registry;
  frontPage: { readonly demoKey: string | null };
  logger: Logger;
  people: People;
  /** The mails of a demo. */
  keptMails: KeptMails;
  /** Addresses of proxies whose word about the sender is taken, as Fastify reads them; false for none. */
  trustedProxies: string | false;
  /** The recipient's pages: who signs their links, and the pages themselves; null while they are not built. */
  portal: { signer: LinkSigner; load(): Promise<BuiltPortal | null> };
  /** Where this installation is reached from outside, without a slash at the end. */
  publicUrl: string;
  /** Style of the operator's street map for the dashboard; null for the bundled world. */
  mapStyleUrl: string | null;
}
