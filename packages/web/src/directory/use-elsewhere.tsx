/** The directory as data, and as a widget for a space's own web site. */

import { useState } from 'preact/hooks';
import type { Say } from '../i18n/words.js';
import { after } from '../platform/clock.js';
import { Button, ButtonLink } from '../ui/button.js';
import { useCommon } from '../ui/common.js';
import { widgetCode } from './widget-code.js';
import type { DirectoryTable } from './words/load.js';

const COPIED_MILLISECONDS = 2500;

/** Links to the data, and lines to copy. */
export function UseElsewhere({ say }: { readonly say: Say<DirectoryTable> }) {
  return (
    <section class="stack">
      <h2>{say('useTitle')}</h2>
      <div class="card stack">
        <p>{say('useText')}</p>
        <div class="row">
          <ButtonLink kind="quiet" icon="list" href="/covisa/v1/directory">
            {say('json')}
          </ButtonLink>
          <ButtonLink kind="quiet" icon="map" href="/covisa/v1/directory.geojson">
            {say('geojson')}
          </ButtonLink>
        </div>
        <hr />
        <h3>{say('widgetTitle')}</h3>
        <p>{say('widgetText')}</p>
        <WidgetCode say={say} />
      </div>
    </section>
  );
}

function WidgetCode({ say }: { readonly say: Say<DirectoryTable> }) {
  const common = useCommon();
  const [isCopied, setCopied] = useState(false);
  const code = widgetCode(location.origin, common.language, say('heading'));
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(code);
    setCopied(true);
    after(COPIED_MILLISECONDS, () => setCopied(false));
  };
  return (
    <>
      <textarea class="code" aria-label={say('widgetCode')} readOnly rows={4} value={code} />
      <div class="row">
        {/* Without a secure address there is no clipboard: the lines can be marked by hand. */}
        {isSecureContext && (
          <Button kind="quiet" onClick={() => void copy().catch(() => undefined)}>
            {common.say(isCopied ? 'copied' : 'copy')}
          </Button>
        )}
        <ButtonLink kind="link" href={`/widget#lang=${common.language}`}>
          {say('widgetPreview')}
        </ButtonLink>
        <span class="hidden-visually" role="status">
          {isCopied && common.say('copied')}
        </span>
      </div>
    </>
  );
}
