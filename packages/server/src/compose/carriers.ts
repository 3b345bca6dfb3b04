import { startPoller } from '../modules/carriers/index.ts';
import type { Demo } from './demo.ts';
import type { Foundation } from './foundation.ts';
import type { Ingestion } from './ingestion.ts';
import type { StopList } from './stop-list.ts';

export function wireCarriers(
  foundation: Foundation,
  { demo: { clock }, ingestion: { receiver } }: { demo: Demo; ingestion: Ingestion },
  stops: StopList,
): Pick<Foundation, 'carriers'> {
  const { config, database, carriers } = foundation;
  if (config.MILEPOST_ROLES.includes('worker')) {
    const poller = startPoller(database, {
      ...foundation,
      clock,
      http: foundation.callCarrier,
      random: Math.random,
      receive: (message) => receiver.receive(message),
    });
    stops.add(() => poller.stop());
  }
  return { carriers };
}
