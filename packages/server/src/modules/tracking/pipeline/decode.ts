import { setImmediate as yieldToOthers } from 'node:timers/promises';
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
 * Decoding then yields to the event loop: a worker that holds the turn of a workspace must not wait for a
 * decoder.
 */
const messagesAtOnce = 10;

/**
 * Payload → facts and problems. If a connector throws, which it must not, its message gets a review entry and
 * the others are not affected.
 */
export async function decode(
  messages: readonly ClaimedMessage[],
  tools: DecodeTools,
): Promise<DecodedMessage[]> {
  const decoded: DecodedMessage[] = [];
  for (const message of messages) {
    if (decoded.length % messagesAtOnce === messagesAtOnce - 1) await yieldToOthers();
    decoded.push({ message, decoded: decodeMessage(message, tools) });
  }
  return decoded;
}

function decodeMessage(message: ClaimedMessage, tools: DecodeTools): Decoded {
  const carrier = tools.carriers.get(message.carrier);
  if (!carrier) return failed(`There is no connector named ${message.carrier}.`);
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
