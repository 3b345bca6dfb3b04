import { setImmediate as otherWork } from 'node:timers/promises';
import { type Carrier, type Decoded, emptyDecoded } from '@milepost/connectors';
import type { Gazetteer } from '@milepost/domain';
import type { ClaimedMessage } from '../../ingestion/index.ts';

export interface DecodedMessage {
  message: ClaimedMessage;
  decoded: Decoded;
}

export interface DecodeTools {
  carriers: ReadonlyMap<string, Carrier>;
  gazetteer: Gazetteer;
}

const utf8 = new TextDecoder('utf-8');
/**
 * Then others get their say: a worker that holds the turn of a workspace must not wait for one that decodes.
 */
const messagesAtOnce = 10;

/**
 * Payload → facts and problems. A connector that throws (it must not) costs its own message a review entry
 * and nothing else.
 */
export async function decode(
  messages: readonly ClaimedMessage[],
  tools: DecodeTools,
): Promise<DecodedMessage[]> {
  const decoded: DecodedMessage[] = [];
  for (const message of messages) {
    if (decoded.length % messagesAtOnce === messagesAtOnce - 1) await otherWork();
    decoded.push({ message, decoded: decodeOne(message, tools) });
  }
  return decoded;
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
  return emptyDecoded({ problems: [{ kind: 'internal', detail, pointer: '' }] });
}
