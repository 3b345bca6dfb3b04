import type { ShipmentHistory, TimelineEntryView } from '@milepost/contract';
import { type ApiOptions, withApi } from './api-client.ts';
import { CommandFailure } from './command-failure.ts';

/** Prints the history of a shipment: as text, or with --json as the API returns it. */
export async function trackCommand(number: string, options: ApiOptions & { json?: boolean }): Promise<void> {
  const found = await withApi(options, async (api) => {
    const answer = await api.get('/v1/track', { number });
    // The route's schema is the contract's trackResult.
    return (await answer.json()) as { shipments: ShipmentHistory[] };
  });
  if (options.json) {
    process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    return;
  }
  if (found.shipments.length === 0) {
    throw new CommandFailure(
      `${number} is not registered. Register it with milepost import or POST /v1/shipments.`,
    );
  }
  process.stdout.write(`${found.shipments.map(formatHistory).join('\n\n')}\n`);
}

function formatHistory(history: ShipmentHistory): string {
  const { shipment, timeline } = history;
  const head = `${shipment.trackingNumber} (${shipment.carrier}), Milepost ${shipment.trackingId}: ${shipment.milestone}, ${shipment.subStatus}`;
  return [head, ...timeline.map(lineOf)].join('\n');
}

function lineOf(entry: TimelineEntryView): string {
  const place = [entry.place?.name, entry.place?.country].filter(Boolean).join(', ');
  const zone = entry.zone === null ? 'zone unknown' : entry.zone;
  return `  ${entry.localTime.replace('T', ' ')} (${zone})  ${entry.meaning}${place === '' ? '' : `  ${place}`}`;
}
