/** What a page looks like to assistive technology (axe) and to another decoder (zbar). */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';

interface AxeViolation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly html: string }[];
}

/** Serious and critical violations on the page as it is shown now, one line each; none is good. */
export async function seriousViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate<readonly AxeViolation[]>(
    'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations)',
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, html }) => `${id} at ${String(target[0])}: ${help} ${html.slice(0, 120)}`,
      ),
    );
}

/** How far the page can be moved sideways, in pixels: 0 where everything fits. */
export function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** The text of the QR code that an element shows, read by zbar; null where it reads none. */
export async function readByZbar(shown: Locator, path: string): Promise<string | null> {
  await shown.screenshot({ path });
  return decodeByZbar(path);
}

/** The text of the QR code in a picture, read by zbar; null where it reads none. */
export async function decodeByZbar(path: string): Promise<string | null> {
  try {
    const args = ['--quiet', '--raw', '--nodbus', path];
    const { stdout } = await promisify(execFile)('zbarimg', args);
    return stdout.replace(/\n$/u, '');
  } catch (error) {
    // Exit status 4: there is no code in the picture.
    if (error instanceof Error && 'code' in error && error.code === 4) return null;
    throw error;
  }
}
