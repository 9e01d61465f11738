/** The frame of the desk: the space's name, the parts of the desk, sound, venue. */

import type { ComponentChildren } from 'preact';
import { SelectField } from '../ui/field.js';
import { Frame } from '../ui/frame.js';
import { Icon, type IconName } from '../ui/icon.js';
import { useDesk } from './context.js';
import type { PageTable } from './words/load.js';

/** The parts of the desk by their routes. */
export const PARTS = ['', 'today', 'practice', 'scanner-test'] as const;
export type Part = (typeof PARTS)[number];

const TABS: Readonly<Record<Part, readonly [IconName, keyof PageTable]>> = {
  '': ['scan', 'scan'],
  today: ['list', 'today'],
  practice: ['star', 'practice'],
  'scanner-test': ['key', 'scannerTest'],
};

interface Props {
  readonly part: Part;
  readonly sound: { readonly isOn: boolean; readonly toggle: () => void };
  readonly onVenue: (venue: string) => void;
  /** Who is signed in, and the way out. */
  readonly person?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The frame. */
export function DeskFrame({ part, sound, onVenue, person, children }: Props) {
  const { say, day } = useDesk();
  return (
    <Frame
      title={day === null || day.name === '' ? say('title') : day.name}
      beside={
        <>
          <nav class="tabs" aria-label={say('navigation')}>
            {PARTS.map((one) => (
              <a
                key={one}
                href={`#/${one}`}
                class={one === 'today' ? 'narrow-only' : ''}
                aria-current={one === part ? 'page' : undefined}
              >
                <Icon name={TABS[one][0]} />
                {say(TABS[one][1])}
              </a>
            ))}
          </nav>
          <div class="row desk-tools">
            <VenueChoice onVenue={onVenue} />
            <button
              type="button"
              class="button quiet desk-sound"
              aria-pressed={sound.isOn}
              onClick={sound.toggle}
            >
              <Icon name="sound" />
              <span>{say(sound.isOn ? 'soundOn' : 'soundOff')}</span>
            </button>
            {person}
          </div>
        </>
      }
    >
      {children}
    </Frame>
  );
}

function VenueChoice({ onVenue }: Pick<Props, 'onVenue'>) {
  const { say, day } = useDesk();
  const venues = day?.venues ?? [];
  if (day === null || venues.length < 2) return null;
  return (
    <SelectField
      label={say('venue')}
      value={day.venue}
      choices={venues.map(({ id, name }) => ({ value: id, label: name }))}
      onValue={onVenue}
    />
  );
}
