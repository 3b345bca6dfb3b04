/** One message of a stream of server-sent events. */
export interface StreamMessage {
  id: string | null;
  event: string;
  data: string;
}

/**
 * Cuts a stream of server-sent events into messages, however the text was cut into pieces on its way
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html). Comments show only that the line is open, so they give nothing.
 */
export class EventStreamParser {
  #rest = '';

  /** The messages that this piece completes. */
  push(piece: string): StreamMessage[] {
    const blocks = (this.#rest + piece).replaceAll('\r\n', '\n').split('\n\n');
    this.#rest = blocks.pop() ?? '';
    return blocks.map(messageOf).filter((message) => message !== null);
  }
}

function messageOf(block: string): StreamMessage | null {
  const message: StreamMessage = { id: null, event: 'message', data: '' };
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'id') message.id = value;
    if (field === 'event') message.event = value;
    if (field === 'data') data.push(value);
  }
  return data.length === 0 ? null : { ...message, data: data.join('\n') };
}
