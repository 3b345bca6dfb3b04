import type { Carrier, Decoded } from '@milepost/connectors';
import type { Gazetteer } from '@milepost/domain';
import type { ClaimedMessage } from '../store/inbox.ts';

export interface DecodedMessage {
  message: ClaimedMessage;
  decoded: Decoded;
}

export interface DecodeTools {
  carriers: ReadonlyMap<string, Carrier>;
  gazetteer: Gazetteer;
}

const utf8 = new TextDecoder('utf-8');

/** Payload → facts and problems. A connector that throws (it must not) costs its own message a review entry and nothing else. */
export function decode(messages: readonly ClaimedMessage[], tools: DecodeTools): DecodedMessage[] {
  return messages.map((message) => ({ message, decoded: decodeOne(message, tools) }));
}

function decodeOne(message: ClaimedMessage, tools: DecodeTools): Decoded {
  const carrier = tools.carriers.get(message.carrier);
  if (!carrier) return failed(`No connector is called ${message.carrier}.`);
  const payload = { kind: message.kind, body: utf8.decode(message.body), contentType: message.contentType };
  const context = { gazetteer: tools.gazetteer, receivedAt: message.receivedAt };
  try {
    return carrier.decode(payload, message.askedFor ? { ...context, askedFor: message.askedFor } : context);
  } catch (error) {
    return failed(error instanceof Error ? error.message : 'The connector failed.');
  }
}

function failed(detail: string): Decoded {
  return { shipments: [], problems: [{ kind: 'internal', detail, pointer: '' }] };
}
