import type { Carrier } from '@milepost/connectors';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { IncomingMessage, Receipt } from '../pipeline/receive.ts';
import type { RegisterInput, RegisterResult } from '../pipeline/register.ts';
import type { Secrets } from '../platform/secrets.ts';
import type { LiveStream } from '../react/outbox-item.ts';
import type { Database } from '../store/database.ts';

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
  health(): Promise<{ ready: boolean; checks: Record<string, string> }>;
  metrics: Registry;
  frontPage: { readonly demoKey: string | null };
  logger: Logger;
  /** Where this installation is reached from outside, without a slash at the end. */
  publicUrl: string;
}
