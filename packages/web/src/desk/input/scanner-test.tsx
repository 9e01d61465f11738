/** Tests a USB scanner: a code with every character of a visa's code, and what came of it. */

import { QrCode } from '../../qr/qr-code.js';
import { Notice } from '../../ui/notice.js';
import { useDesk } from '../context.js';
import type { TypedScan } from './keys.js';
import { judgeScannerTest, SCANNER_TEST_TEXT } from './test-code.js';

/** The test; `scan` is what the scanner typed last on this page. */
export function ScannerTest({ scan }: { readonly scan: TypedScan | null }) {
  const { say } = useDesk();
  return (
    <section class="stack" aria-labelledby="scanner-test">
      <h1 id="scanner-test">{say('testTitle')}</h1>
      <p>{say('testText')}</p>
      <div class="test-code">
        <QrCode text={SCANNER_TEST_TEXT} label={say('testLabel')} />
        <code>{SCANNER_TEST_TEXT}</code>
      </div>
      <Result scan={scan} />
    </section>
  );
}

function Result({ scan }: { readonly scan: TypedScan | null }) {
  const { say } = useDesk();
  if (scan === null) return <p role="status">{say('testWaiting')}</p>;
  const result = judgeScannerTest(scan);
  switch (result.is) {
    case 'good':
      return (
        <Notice tone="good" title={say('testGood')}>
          {say(result.by === 'place' ? 'testGoodPlace' : 'testGoodLayout')}
        </Notice>
      );
    case 'other':
      return <Notice tone="warn" title={say('testOther')} />;
    case 'lost':
      return (
        <Notice tone="bad" title={say('testBad', { missing: result.missing })}>
          <p>{say('testBadHelp')}</p>
          <p class="small">
            {say('testRead')}: <code>{scan.byPlace}</code>
          </p>
        </Notice>
      );
  }
}
