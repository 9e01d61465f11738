/** The space whose node explains: name, address, and how to reach it. */

import type { Say } from '../i18n/words.js';
import { Line } from '../listings/listing-card.js';
import type { OwnSpace } from '../listings/own-space.js';
import { ButtonLink } from '../ui/button.js';
import { mailtoOf } from '../ui/mailto.js';
import type { ExplainTable } from './words/load.js';

interface Props {
  readonly say: Say<ExplainTable>;
  readonly own: OwnSpace;
}

/** A card with the contact. */
export function HomeSpace({ say, own }: Props) {
  const { name, mailbox, site } = own;
  return (
    <section class="card stack">
      <h2>{say('homeTitle')}</h2>
      <p class="strong">
        <bdi>{name}</bdi>
      </p>
      {own.venues
        .filter(({ address }) => address !== '')
        .map(({ id, address }) => (
          <Line key={id} icon="map">
            <bdi>{address}</bdi>
          </Line>
        ))}
      <div class="row">
        {mailbox !== undefined && (
          <ButtonLink icon="share" href={mailtoOf(mailbox)}>
            {say('write', { name })}
          </ButtonLink>
        )}
        {site !== undefined && (
          <ButtonLink kind="quiet" icon="globe" href={site}>
            {say('site', { name })}
          </ButtonLink>
        )}
      </div>
      {mailbox !== undefined && (
        <p class="soft small">
          <bdi>{mailbox}</bdi>
        </p>
      )}
    </section>
  );
}
