import { setTimeout as sleep } from 'node:timers/promises';

/** Polls until the condition holds; `what` describes it in the error. */
export async function until(what: string, isSo: () => Promise<boolean>, waitMsMax = 15_000): Promise<void> {
  const deadline = Date.now() + waitMsMax;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Timed out before this was true: ${what}.`);
    await sleep(50);
  }
}
