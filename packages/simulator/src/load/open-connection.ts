import { connect, type Socket } from 'node:net';
import { type Answer, AnswerReader } from './answer-reader.ts';

/** Null: the connection closed before the answer arrived. */
export type OnAnswer = (answer: Answer | null) => void;

/**
 * One kept HTTP connection that writes prepared requests, several at a time if wanted (pipelining), and
 * returns the answers in order.
 *
 * A socket instead of undici, because the load shares its processor cores with what it measures: at 5,000
 * requests a second undici cost 22 % of a core and this 9 % (two cores, November 2026). The pushes of the
 * simulation proper use undici.
 */
export class Connection {
  readonly #host: string;
  readonly #port: number;
  #socket: Socket | null = null;
  #waiting: OnAnswer[] = [];

  constructor(url: string) {
    const { hostname, port, protocol } = new URL(url);
    if (protocol !== 'http:') throw new RangeError(`The load supports plain HTTP only, not ${protocol}`);
    this.#host = hostname;
    this.#port = Number(port || 80);
  }

  /** Requests sent and not yet answered. */
  get inFlight(): number {
    return this.#waiting.length;
  }

  send(request: Buffer, onAnswer: OnAnswer): void {
    this.#socket ??= this.#open();
    this.#waiting.push(onAnswer);
    this.#socket.write(request);
  }

  close(): void {
    this.#socket?.destroy();
  }

  #open(): Socket {
    const socket = connect({ host: this.#host, port: this.#port, noDelay: true });
    const reader = new AnswerReader();
    socket.on('data', (chunk: Buffer) => {
      try {
        for (const answer of reader.read(chunk)) this.#waiting.shift()?.(answer);
      } catch (error) {
        // Becomes the reason of the close event.
        socket.destroy(error instanceof Error ? error : new Error(String(error)));
      }
    });
    // The close event that follows notifies the waiting requests.
    socket.on('error', () => undefined);
    socket.on('close', () => this.#lose(socket));
    return socket;
  }

  #lose(socket: Socket): void {
    if (this.#socket !== socket) return;
    this.#socket = null;
    const lost = this.#waiting;
    this.#waiting = [];
    for (const onAnswer of lost) onAnswer(null);
  }
}
