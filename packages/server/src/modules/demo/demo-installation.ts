import type { Carrier, HttpCall } from '@milepost/connectors';
import type { Logger } from 'pino';
import type { Database } from '../../platform/database/database.ts';
import type { Secrets } from '../../platform/secrets/secrets.ts';
import type { IncomingMessage, Receipt } from '../ingestion/index.ts';
import type { RegisterInput, RegisterResult } from '../tracking/index.ts';

/** The parts of the running product that the demo uses. */
export interface DemoInstallation {
  database: Database;
  secrets: Secrets;
  logger: Logger;
  carriers: ReadonlyMap<string, Carrier>;
  callCarrier: HttpCall;
  /**
   * Receiver and registration driven by a different clock. Used for the demo's past; `now` must not be in the
   * future.
   */
  withClock(now: () => number): ClockedIntake;
}

export interface ClockedIntake {
  receiver: { receive(message: IncomingMessage): Promise<Receipt> };
  register(workspaceId: string, inputs: readonly RegisterInput[]): Promise<RegisterResult[]>;
}
