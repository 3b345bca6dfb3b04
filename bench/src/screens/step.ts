import type { Log } from '../log.ts';

/** Says what is done now. What goes wrong in it carries its name, because the message of a browser names none. */
export async function step<T>(log: Log, name: string, work: () => Promise<T>): Promise<T> {
  log(name);
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The step "${name}" failed: ${reason}`, { cause: error });
  }
}
