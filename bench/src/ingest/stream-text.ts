/**
 * Extracts the events from server-sent events without parsing the documents, because the listener shares its
 * processor with what it measures. A quotation mark inside a JSON string is escaped, so `"trackingNumber":"`
 * can only be the name of a property.
 */
export class StreamText {
  #rest = '';
  /** Id of the last complete message; null before the first. */
  lastId: string | null = null;

  /** The events of the messages that this piece completes. */
  read(piece: string): StreamedEvent[] {
    const text = this.#rest + piece;
    const end = text.lastIndexOf('\n\n');
    if (end < 0) {
      this.#rest = text;
      return [];
    }
    this.#rest = text.slice(end + 2);
    const events: StreamedEvent[] = [];
    for (const message of text.slice(0, end).split('\n\n')) this.#readMessage(message, events);
    return events;
  }

  /** A lost connection leaves a partial message; the next connection sends it again. */
  forgetPartial(): void {
    this.#rest = '';
  }

  #readMessage(message: string, events: StreamedEvent[]): void {
    this.lastId = /^id: ?(.*)$/m.exec(message)?.[1] ?? this.lastId;
    const [, trackingNumber] = /"trackingNumber": ?"((?:[^"\\]|\\.)*)"/.exec(message) ?? [];
    if (trackingNumber === undefined) return;
    for (const [, instant = ''] of message.matchAll(/"occurredAt": ?"([^"]*)"/g))
      events.push({ trackingNumber, occurredAt: Date.parse(instant) });
  }
}

export interface StreamedEvent {
  trackingNumber: string;
  /** Milliseconds since 1970 UTC. */
  occurredAt: number;
}
