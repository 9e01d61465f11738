/** What the space says of itself to everybody. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import { useCommon } from '../../ui/common.js';
import { CheckField, TextField } from '../../ui/field.js';
import { LanguagesField } from '../parts/languages-field.js';
import { parseRate, rateDraft } from '../parts/rate-draft.js';
import { RateForm } from '../parts/rate-form.js';
import type { PartProps } from './part.js';
import { SaveForm } from './save-form.js';

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The form. */
export function SpacePart({ say, profile, onChanged }: PartProps) {
  const { language } = useCommon();
  const [name, setName] = useState(profile.name);
  const [open, setOpen] = useState(profile.open);
  const [languages, setLanguages] = useState(profile.languages);
  const [mailbox, setMailbox] = useState(profile.mailbox ?? '');
  const [site, setSite] = useState(profile.site ?? '');
  const [rate, setRate] = useState(() => rateDraft(profile.rate, language));
  const parsed = parseRate(rate);
  const isNameRight = name.trim() !== '' && name.trim().length <= 80;
  const save = (): Promise<unknown> | null => {
    if ('wrong' in parsed || !isNameRight) return null;
    const change = {
      name: name.trim(),
      open,
      languages,
      rate: parsed.rate,
      mailbox: orNull(mailbox),
      site: orNull(site),
    };
    return api.patch('/api/profile', change).then(onChanged);
  };
  return (
    <div class="column">
      <SaveForm save={save}>
        <TextField
          label={say('spaceName')}
          maxLength={80}
          required
          value={name}
          problem={isNameRight ? null : say('spaceNameWrong')}
          onValue={setName}
        />
        <CheckField label={say('open')} checked={open} onChecked={setOpen} />
        <RateForm draft={rate} wrong={'wrong' in parsed ? parsed.wrong : null} onDraft={setRate} />
        <LanguagesField languages={languages} onLanguages={setLanguages} />
        <TextField
          label={say('mailbox')}
          hint={say('mailboxHint')}
          type="email"
          maxLength={254}
          value={mailbox}
          onValue={setMailbox}
        />
        <TextField
          label={say('site')}
          hint={say('siteHint')}
          type="url"
          maxLength={200}
          value={site}
          onValue={setSite}
        />
      </SaveForm>
    </div>
  );
}
