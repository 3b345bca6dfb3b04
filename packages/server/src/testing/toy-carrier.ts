import {
  type Carrier,
  type CodeFate,
  type CodeTable,
  codeTable,
  Decoding,
  readJson,
} from '@milepost/connectors';
import { type Gazetteer, readIsoTime, type SubStatus } from '@milepost/domain';
import { z } from 'zod';

/**
 * A minimal carrier: `{ number, events: [{ code, time }], partner? }`. The pipeline's tests use it, so that
 * they do not depend on a real carrier. Its codes are sub-statuses; `BOOM` makes its decoder throw, which no
 * decoder may do.
 */
const payload = z.object({
  number: z.string(),
  service: z.string().optional(),
  partner: z.object({ carrier: z.string(), trackingNumber: z.string() }).optional(),
  events: z.array(z.object({ code: z.string(), time: z.string(), status: z.string().optional() })),
});

const mappedSubStatuses: SubStatus[] = [
  'info_received.label_created',
  'in_transit.accepted',
  'in_transit.departed_facility',
  'in_transit.handed_to_partner',
  'out_for_delivery.with_driver',
  'attempt_failed.not_home',
  'delivered.handed_over',
  'exception.damaged',
];
const mappedCodes = codeTable(
  'documented',
  mappedSubStatuses.map((subStatus) => [subStatus, subStatus] as const),
);

/** `more` maps further codes, like an extended table. */
export function toyCarrier(name: string, more: ReadonlyMap<string, CodeFate> = new Map()): Carrier {
  const codes: CodeTable = new Map([...mappedCodes, ...more]);
  return {
    manifest: {
      kind: 'carrier',
      name,
      title: name,
      website: 'https://carrier.example',
      quality: 'documentation only',
      trackingPage: null,
      messageKinds: ['webhook'],
      defaultZone: 'UTC',
      settings: z.object({}),
      secrets: [],
      origin: 'carrier',
      limits: { batchMax: 1, requestsPerSecond: null, requestsPerDay: null },
      recognises: () => true,
    },
    codeTables: { codes },
    webhook: { verify: () => ({ ok: true }) },
    decode: (message, context) => {
      const decoding = new Decoding(context);
      const json = readJson(message.body);
      const parsed = payload.safeParse(json.ok ? json.value : null);
      if (!parsed.success) {
        decoding.problem('unreadable_payload', 'Not a toy message.', '');
        return decoding.result();
      }
      readToy(decoding, codes, parsed.data);
      return decoding.result();
    },
  };
}

function readToy(
  decoding: Decoding,
  codes: CodeTable,
  { number, events, partner, service }: z.infer<typeof payload>,
): void {
  const shipment = decoding.shipment(number);
  for (const [index, event] of events.entries()) {
    if (event.code === 'BOOM') throw new Error('The toy decoder throws on BOOM.');
    const time = readIsoTime(event.time, [{ zone: 'UTC', source: 'carrier_default' }]);
    if (time === null)
      decoding.problem('unreadable_time', `Not a time: ${event.time}`, `/events/${index}/time`);
    else
      shipment.event(
        { time, fate: codes.get(event.status ?? event.code), code: event.code },
        `/events/${index}`,
      );
  }
  shipment.details({ ...(partner ? { partner } : {}), ...(service ? { service } : {}) });
}

/** A gazetteer without places. */
export const emptyGazetteer: Gazetteer = { find: () => null };
