import type { Logger } from 'pino';

type Stop = () => Promise<void> | void;

/** What has to be stopped, in the order in which it was started. */
export class StopList {
  readonly #stops: Stop[] = [];
  #running: Promise<void> | null = null;

  add(stop: Stop): void {
    this.#stops.push(stop);
  }

  /**
   * Stops everything, the last started first. A part that fails to stop is logged, and the others are still
   * stopped. Later calls wait for the first.
   */
  stopAll(logger: Logger): Promise<void> {
    this.#running ??= this.#stopEach(logger);
    return this.#running;
  }

  async #stopEach(logger: Logger): Promise<void> {
    for (const stop of this.#stops.toReversed()) {
      try {
        await stop();
      } catch (error) {
        logger.error({ err: error }, 'A part of the server did not stop cleanly.');
      }
    }
  }
}
