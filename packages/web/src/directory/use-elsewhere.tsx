/** The directory as data, and as a widget for a space's own web site. */

import type { Say } from '../i18n/words.js';
import { ButtonLink } from '../ui/button.js';
import { useCommon } from '../ui/common.js';
import { CopyText } from '../ui/copy-text.js';
import { widgetCode } from './widget-code.js';
import type { DirectoryTable } from './words/load.js';

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
  const { language } = useCommon();
  const code = widgetCode(location.origin, language, say('heading'));
  return (
    <>
      <CopyText text={code} label={say('widgetCode')} rows={4} />
      <p>
        <a href={`/widget#lang=${language}`}>{say('widgetPreview')}</a>
      </p>
    </>
  );
}
