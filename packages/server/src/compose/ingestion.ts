import { HookAccounts, type IncomingMessage, type Receipt, Receiver } from '../modules/ingestion/index.ts';
import type { Demo } from './demo.ts';
import type { Foundation } from './foundation.ts';
import type { StopList } from './stop-list.ts';
import type { Tracking } from './tracking.ts';

export interface Ingestion {
  receiver: { receive(message: IncomingMessage): Promise<Receipt> };
  /** A receiver that stamps messages with another time, which must not lie in the future. */
  openReceiver(now: () => number): Receiver;
  hooks: HookAccounts;
  onAccountRemoved(): void;
}

export function wireIngestion(
  foundation: Foundation,
  { demo: { demo }, tracking }: { demo: Demo; tracking: Tracking },
  stops: StopList,
): Ingestion {
  const { config, database } = foundation;
  const limits = {
    waitingMax: 5_000,
    batchMax: 500,
    writersMax: 1,
    gatherMs: 8,
    inboxMax: config.MILEPOST_INBOX_MAX,
  };
  const receivers: Receiver[] = [];
  const openReceiver = (now: () => number): Receiver => {
    const receiver = new Receiver(database, limits, { ...foundation, now, onReceived: tracking.onReceived });
    receivers.push(receiver);
    return receiver;
  };
  const standard = openReceiver(foundation.now);
  stops.add(async () => {
    await Promise.all(receivers.map((receiver) => receiver.drain()));
  });
  const hooks = new HookAccounts(foundation);
  return {
    receiver: {
      receive: (message) => (demo.receiverOf(message.workspaceId) ?? standard).receive(message),
    },
    openReceiver,
    hooks,
    onAccountRemoved: () => hooks.forget(),
  };
}
