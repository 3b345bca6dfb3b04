import { connect, type Socket } from 'node:net';
import { type Answer, AnswerReader } from './answer-reader.ts';

/** Null: the connection broke off before an answer came. */
export type OnAnswer = (answer: Answer | null) => void;

/**
 * One kept HTTP connection that writes requests made beforehand, several at a time if wanted (pipelining), and hands out the answers in order.
 *
 * A socket of our own instead of undici, because the load shares its processor cores with what it measures: at 5,000 requests a second undici cost
 * 22 % of a core and this 9 % (two cores, November 2026). The pushes of the simulation proper go by undici.
 */
export class Connection {
  readonly #host: string;
  readonly #port: number;
  #socket: Socket | null = null;
  #waiting: OnAnswer[] = [];

  constructor(url: string) {
    const { hostname, port, protocol } = new URL(url);
    if (protocol !== 'http:') throw new RangeError(`The load speaks plain HTTP only, not ${protocol}`);
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
        // Comes back as the reason of the close.
        socket.destroy(error instanceof Error ? error : new Error(String(error)));
      }
    });
    // A refused or reset connection is no news by itself: whoever waits on it is told by the close that follows.
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
