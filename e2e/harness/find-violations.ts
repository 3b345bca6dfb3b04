import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

export interface Violation {
  /** Id of the violated axe rule. */
  rule: string;
  /** The element with the violation. */
  html: string;
}

interface Rules {
  /** Only these rules; absent: all. */
  only?: readonly string[];
  /** All but these rules. */
  without?: readonly string[];
}

/**
 * axe's violations on the current page, element by element. axe stays in the document and its result is
 * formatted there too, because injecting it again and opening an extra page for every check took longer than
 * the check. The pages contain no frames, where that would matter.
 */
export async function findViolations(page: Page, { only, without = [] }: Rules = {}): Promise<Violation[]> {
  const isLoaded = (await page.evaluate('"axe" in window')) === true;
  const axe = new AxeBuilder({ page, ...(isLoaded ? { axeSource: nothing } : {}) });
  const { violations } = await axe
    .options({
      // Passed rules are not needed.
      resultTypes: ['violations'],
      rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
      ...(only === undefined ? {} : { runOnly: { type: 'rule', values: [...only] } }),
    })
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => ({ rule: id, html })));
}

/** A script that loads nothing. */
const nothing = 'undefined';
