import { networkOf } from '../../../platform/attempts/network-of.ts';

const linesMax = 2_000;
const linesOfNetworkMax = 12;

/** How many lines may be open at once: all together, and for one address, so that nobody takes all of them. */
export class LineLimits {
  readonly #byNetwork = new Map<string, number>();
  #total = 0;

  /** Gives how to say that the line has ended, once; null when there is no room for another one. */
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
