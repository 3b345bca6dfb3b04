import { networkOf } from '../../../platform/attempts/network-of.ts';

const linesMax = 2_000;
const linesOfNetworkMax = 12;

/** Limits open event streams, in all and per network, so that one client cannot occupy them all. */
export class LineLimits {
  readonly #byNetwork = new Map<string, number>();
  #total = 0;

  /** Returns a function to call once when the stream has ended; null when the limit is reached. */
  admit(address: string): (() => void) | null {
    const network = networkOf(address);
    const own = this.#byNetwork.get(network) ?? 0;
    if (this.#total >= linesMax || own >= linesOfNetworkMax) return null;
    this.#count(network, 1);
    return () => this.#count(network, -1);
  }

  #count(network: string, by: 1 | -1): void {
    this.#total += by;
    const own = (this.#byNetwork.get(network) ?? 0) + by;
    if (own > 0) this.#byNetwork.set(network, own);
    else this.#byNetwork.delete(network);
  }
}
