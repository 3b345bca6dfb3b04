import type { Carrier, HttpCall } from '@milepost/connectors';
import type { Logger } from 'pino';
import type { Database } from '../../platform/database/database.ts';
import type { Secrets } from '../../platform/secrets/secrets.ts';
import type { IncomingMessage, Receipt } from '../ingestion/index.ts';
import type { RegisterInput, RegisterResult } from '../tracking/index.ts';

/** What the demo uses of the running product. */
export interface DemoInstallation {
  database: Database;
  secrets: Secrets;
  logger: Logger;
  carriers: ReadonlyMap<string, Carrier>;
  callCarrier: HttpCall;
  /** Receiving and registering at another time, for the demo's past. `now` must not lie in the future. */
  withClock(now: () => number): ClockedIntake;
}

export interface ClockedIntake {
  receiver: { receive(message: IncomingMessage): Promise<Receipt> };
  register(workspaceId: string, inputs: readonly RegisterInput[]): Promise<RegisterResult[]>;
}
