/** The languages that are spoken at reception. */

import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { SelectField } from '../../ui/field.js';
import { useConsole } from './context.js';

/** What reception may well speak; whatever else a profile says stays. */
const OFFERED = [
  ...['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'da', 'sv', 'nb', 'fi', 'pl', 'cs', 'sk', 'hu'],
  ...['ro', 'bg', 'el', 'hr', 'sl', 'sr', 'uk', 'ru', 'et', 'lv', 'lt', 'tr', 'ar', 'he', 'fa'],
  ...['hi', 'bn', 'ta', 'ur', 'id', 'ms', 'vi', 'th', 'zh', 'ja', 'ko', 'tl', 'sw', 'af', 'ca'],
] as const;

interface Props {
  /** Language tags. */
  readonly languages: readonly string[];
  readonly onLanguages: (languages: readonly string[]) => void;
}

function languageName(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Chosen languages with a way to take each off, and a list to add from. */
export function LanguagesField({ languages, onLanguages }: Props) {
  const { language } = useCommon();
  const say = useConsole();
  const others = OFFERED.filter((tag) => !languages.includes(tag))
    .map((tag) => ({ value: tag, label: languageName(tag, language) }))
    .sort((one, other) => one.label.localeCompare(other.label, language));
  return (
    <fieldset class="stack tight">
      <legend>{say('languages')}</legend>
      <ul class="plain row">
        {languages.map((tag) => {
          const name = languageName(tag, language);
          return (
            <li key={tag}>
              <Button
                kind="quiet"
                label={say('languageRemove', { name })}
                onClick={() => onLanguages(languages.filter((one) => one !== tag))}
              >
                {name} ✕
              </Button>
            </li>
          );
        })}
      </ul>
      <SelectField
        label={say('languageAdd')}
        value=""
        choices={[{ value: '', label: '…' }, ...others]}
        onValue={(tag) => tag !== '' && onLanguages([...languages, tag])}
      />
    </fieldset>
  );
}
