/** A desk person's PIN, typed on the keyboard or on the keys below. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Say } from '../i18n/words.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import { useAction } from '../ui/load.js';
import { Problem } from '../ui/problem.js';
import { type SessionView, session } from './session.js';
import type { SessionTable } from './words/load.js';

interface Props {
  readonly say: Say<SessionTable>;
  readonly person: { readonly id: string; readonly name: string };
  readonly onDone: (view: SessionView) => void;
}

const DIGITS_MIN = 4;
const DIGITS_MAX = 10;

/** Signs a desk person in. */
export function PinForm({ say, person, onDone }: Props) {
  const [pin, setPin] = useState('');
  const { busy, error, run } = useAction();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const type = (text: string): void => setPin(text.replace(/\D/gu, '').slice(0, DIGITS_MAX));
  const submit = (): void =>
    run(async () => {
      try {
        onDone(await session.asPerson(person.id, pin));
      } catch (thrown) {
        // Nobody sees which digit was wrong: a PIN is typed anew.
        setPin('');
        throw thrown;
      }
    });
  return (
    <form
      ref={form}
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (pin.length >= DIGITS_MIN) submit();
      }}
    >
      <p class="lead strong">
        <bdi>{person.name}</bdi>
      </p>
      <TextField
        label={say('pin')}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={DIGITS_MAX}
        value={pin}
        onValue={type}
      />
      <Problem
        error={error}
        known={{
          CREDENTIALS_WRONG: say('pinWrong'),
          CONNECTION_INSECURE: say('connectionInsecure'),
        }}
      />
      <Keys
        say={say}
        onDigit={(digit) => type(pin + digit)}
        onBack={() => type(pin.slice(0, -1))}
      />
      <Button type="submit" large full busy={busy} disabled={pin.length < DIGITS_MIN}>
        {say('signIn')}
      </Button>
    </form>
  );
}

interface KeysProps {
  readonly say: Say<SessionTable>;
  readonly onDigit: (digit: string) => void;
  readonly onBack: () => void;
}

function Keys({ say, onDigit, onBack }: KeysProps) {
  return (
    <fieldset class="pin-keys" aria-label={say('keys')}>
      {['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'].map((digit) => (
        <Button key={digit} kind="quiet" large onClick={() => onDigit(digit)}>
          {digit}
        </Button>
      ))}
      <Button kind="quiet" large label={say('deleteDigit')} onClick={onBack}>
        ⌫
      </Button>
    </fieldset>
  );
}
