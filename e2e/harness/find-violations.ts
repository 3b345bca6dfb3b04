import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

export interface Violation {
  /** Name of the rule of axe that does not hold. */
  rule: string;
  /** The element where it does not. */
  html: string;
}

interface Rules {
  /** Only these; absent: all. */
  only?: readonly string[];
  /** All but these. */
  without?: readonly string[];
}

/**
 * What axe finds wrong with the page as it stands now, element by element. axe stays in the document, and what it found is put together there
 * too: loading it anew and opening a page beside for every look took longer than looking. Our pages hold no frames, where that would matter.
 */
export async function findViolations(page: Page, { only, without = [] }: Rules = {}): Promise<Violation[]> {
  const isLoaded = (await page.evaluate('"axe" in window')) === true;
  const axe = new AxeBuilder({ page, ...(isLoaded ? { axeSource: nothing } : {}) });
  const { violations } = await axe
    .options({
      // What is right is not listed.
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
