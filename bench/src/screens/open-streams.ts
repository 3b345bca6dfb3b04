import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Cleanup } from '../cleanup.ts';
import type { StreamCounts, StreamsGiven, StreamsMessage } from './hold-streams.ts';

export interface HeldStreams {
  counts(): Promise<StreamCounts>;
  close(): Promise<void>;
}

/** Opens many live streams in a separate thread; resolves when all are open. */
export async function openStreams(given: StreamsGiven, cleanup: Cleanup): Promise<HeldStreams> {
  cleanup.check();
  const thread = new Worker(new URL('./hold-streams.ts', import.meta.url), { workerData: given });
  const close = async (): Promise<void> => void (await thread.terminate());
  await cleanup.add(close);
  const failed = new Promise<never>((_resolve, reject) => thread.once('error', reject));
  // There may be no listener when it fails.
  failed.catch(() => undefined);
  const next = async (): Promise<StreamsMessage> => {
    const [message] = await Promise.race([once(thread, 'message'), failed]);
    // hold-streams.ts defines the types of its messages.
    return message as StreamsMessage;
  };
  await next();
  return {
    async counts() {
      thread.postMessage('counts');
      const message = await next();
      if (message.type !== 'counts')
        throw new Error(`Unexpected message from the streams thread: ${message.type}.`);
      return { bytes: message.bytes, cut: message.cut };
    },
    close,
  };
}
