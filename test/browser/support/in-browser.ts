/** Tests that need a browser: run where one is found, else skipped with a word, or failed in CI. */

import type { Browser } from 'playwright-core';
import { type BrowserWish, chromiumPath, launch } from './chromium.js';

/** Set by CI: a browser that is missing is a failure, not a reason to skip. */
const isRequired = process.env.COVISA_BROWSER === 'required';
/** Milliseconds for one test: pages, nodes and signatures are real. */
const TEST_MILLISECONDS = 60_000;

/** What a test takes a browser from. */
export interface Browsers {
  /** The browser that all tests of the block share. */
  shared(): Browser;
  /** Another one, as for another film; closed after the test. */
  another(wish: BrowserWish): Promise<Browser>;
}

/** A block of tests with a browser. */
export function describeInBrowser(title: string, define: (browsers: Browsers) => void): void {
  describe(title, function () {
    this.timeout(TEST_MILLISECONDS);
    let browser: Browser | null = null;
    const others: Browser[] = [];
    before('a browser starts', async function () {
      if (chromiumPath() === null && !isRequired) return skipWithWord(this);
      browser = await launch();
    });
    afterEach(async () => {
      await Promise.all(others.splice(0).map((one) => one.close()));
    });
    after(async () => {
      await browser?.close();
    });
    define({
      shared() {
        if (browser === null) throw new Error('browser: expected one that was started');
        return browser;
      },
      async another(wish) {
        const started = await launch(wish);
        others.push(started);
        return started;
      },
    });
  });
}

function skipWithWord(test: Mocha.Context): void {
  console.log('        skipped: no Chromium is found here (Debian: apt-get install chromium)');
  test.skip();
}
