import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until the answer is yes; `what` is said when it never is. */
export async function until(what: string, isSo: () => Promise<boolean>, waitMsMax = 15_000): Promise<void> {
  const deadline = Date.now() + waitMsMax;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`It never came to be: ${what}.`);
    await sleep(50);
  }
}
