/**
 * The poster at the door: members scan it with their wallet. It says so in every language, since
 * nobody knows who comes.
 */

import type { Venue } from '@covisa/protocol';
import type { ProfileView, StatusView } from '../../api/owner-views.js';
import { LANGUAGES } from '../../i18n/languages.js';
import { posterText } from '../../links/links.js';
import { QrCode } from '../../qr/qr-code.js';
import { Button } from '../../ui/button.js';
import { Mark } from '../../ui/icon.js';
import { Notice } from '../../ui/notice.js';
import { useConsole } from '../parts/context.js';

import { POSTER_TEXTS } from './poster-texts.js';
import './poster.css';

interface Props {
  readonly status: StatusView;
  readonly profile: ProfileView;
  readonly venue: Venue;
}

/** A sheet of paper, and the button that prints it. */
export function Poster({ status, profile, venue }: Props) {
  const say = useConsole();
  const link = posterText({
    url: status.publicUrl ?? location.origin,
    space: status.space,
    venue: venue.id,
  });
  const hasOwnName = venue.name !== profile.name;
  return (
    <div class="stack">
      {status.publicUrl === null && (
        <div class="no-print">
          <Notice tone="warn">{say('noAddress')}</Notice>
        </div>
      )}
      <div class="row no-print">
        <Button icon="print" onClick={() => print()}>
          {say('print')}
        </Button>
      </div>
      <article class="poster" aria-label={say('poster')}>
        <div class="poster-head">
          <Mark />
          <span>
            <bdi class="poster-name">{profile.name}</bdi>
            {hasOwnName && <bdi>{venue.name}</bdi>}
          </span>
        </div>
        <div class="poster-qr">
          <QrCode text={link} label={say('posterQr', { name: venue.name })} level="quartile" />
        </div>
        <dl class="poster-texts">
          {LANGUAGES.map((language) => (
            <div key={language} lang={language}>
              <dt>{POSTER_TEXTS[language].title}</dt>
              <dd>{POSTER_TEXTS[language].text}</dd>
            </div>
          ))}
        </dl>
      </article>
    </div>
  );
}
