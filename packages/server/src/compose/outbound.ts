import { type LiveStream, startLiveStream, startWebhookDispatch } from '../modules/outbound/index.ts';
import { openWakeSignal } from '../platform/jobs/open-wake-signal.ts';
import { whyUrlIsRefused } from '../platform/outside/address-guard.ts';
import type { Foundation } from './foundation.ts';
import type { StopList } from './stop-list.ts';

export interface Outbound {
  live: LiveStream;
  /** Why webhooks are not sent to this address, or null. */
  guardUrl(url: string): Promise<string | null>;
  /** The outbox has new rows. */
  onChange(): void;
}

export async function wireOutbound(foundation: Foundation, stops: StopList): Promise<Outbound> {
  const { config, database, onFailure } = foundation;
  const dispatch = startWebhookDispatch(database, { ...foundation, http: foundation.callCarrier });
  stops.add(() => dispatch.stop());
  const live = startLiveStream(database, { idleMs: 1_000, onFailure });
  stops.add(() => live.stop());
  const changed = await openWakeSignal(database, 'milepost_changed', () => {
    live.wake();
    dispatch.wake();
  });
  stops.add(() => changed.stop());
  return {
    live,
    guardUrl: async (url) => (config.MILEPOST_ALLOW_PRIVATE_ADDRESSES ? null : whyUrlIsRefused(url)),
    onChange: () => changed.send(),
  };
}
