import type { Log } from '../log.ts';

/** Logs the step and adds its name to its errors, because a browser's messages do not contain it. */
export async function step<T>(log: Log, name: string, work: () => Promise<T>): Promise<T> {
  log(name);
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The step "${name}" failed: ${reason}`, { cause: error });
  }
}
