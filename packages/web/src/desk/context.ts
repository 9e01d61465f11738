/** What every part of the desk needs: how to say things, the day, the time zone. */

import { type Catalogue, ENGLISH, type Rate, type Seconds } from '@covisa/protocol';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DayView } from '../api/desk-views.js';
import { instantText, moneyText, timeText } from '../i18n/formats.js';
import type { Language } from '../i18n/languages.js';
import type { SayDesk } from './words/load.js';

/** What the parts of the desk share. */
export interface DeskContextValue {
  readonly say: SayDesk;
  readonly language: Language;
  /** The sentences of verdicts. */
  readonly catalogue: Catalogue;
  readonly day: DayView | null;
  /** What to do about a token that the node refused, by the code of the refusal. */
  readonly tokenWords: Readonly<Record<string, string>>;
}

export const DeskContext = createContext<DeskContextValue>({
  say: (name) => name,
  language: 'en',
  catalogue: ENGLISH,
  day: null,
  tokenWords: {},
});

/** What the parts of the desk share, with times as the venue writes them. */
export function useDesk() {
  const shared = useContext(DeskContext);
  const { language, day } = shared;
  return {
    ...shared,
    money: (rate: Rate): string => moneyText(language, rate),
    time: (instant: Seconds): string => timeText(language, instant, day?.timeZone),
    instant: (instant: Seconds): string => instantText(language, instant, day?.timeZone),
  };
}
