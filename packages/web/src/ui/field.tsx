/** Form fields with their label, hint and problem tied together for screen readers. */

import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** What is wrong with the value, and what to do; null or missing: nothing. */
  readonly problem?: string | null | undefined;
}

interface Ids {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

function Field(props: FieldProps & { readonly children: (ids: Ids) => ComponentChildren }) {
  const id = useId();
  const problem = props.problem ?? '';
  const described = [props.hint === undefined ? '' : `${id}-hint`, problem && `${id}-problem`];
  const describedBy = described.filter((one) => one !== '').join(' ');
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {props.hint !== undefined && (
        <div class="hint" id={`${id}-hint`}>
          {props.hint}
        </div>
      )}
      {props.children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': problem !== '',
      })}
      {problem !== '' && (
        <div class="problem" id={`${id}-problem`} role="alert">
          {problem}
        </div>
      )}
    </div>
  );
}

interface TextProps extends FieldProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly type?: 'text' | 'password' | 'email' | 'url' | 'search' | 'date' | 'time' | 'tel';
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'url' | 'search';
  readonly autoComplete?: string;
  readonly maxLength?: number;
  readonly min?: string;
  readonly max?: string;
  readonly required?: boolean;
  readonly placeholder?: string;
  readonly list?: string;
}

/** The typings of `input` know one type at a time; which one it is, is the caller's choice here. */
function inputAttributes(props: TextProps): Record<string, unknown> {
  const { label: _label, hint: _hint, problem: _problem, onValue, type = 'text', ...rest } = props;
  const onInput = (event: { readonly currentTarget: HTMLInputElement }) =>
    onValue(event.currentTarget.value);
  return { ...rest, type, onInput };
}

/** One line of text. */
export function TextField(props: TextProps) {
  return (
    <Field label={props.label} hint={props.hint} problem={props.problem}>
      {(ids) => <input {...inputAttributes(props)} {...ids} />}
    </Field>
  );
}

interface AreaProps extends FieldProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly placeholder?: string;
}

/** Several lines of text. */
export function TextArea(props: AreaProps) {
  return (
    <Field label={props.label} hint={props.hint} problem={props.problem}>
      {(ids) => (
        <textarea
          {...ids}
          rows={props.rows ?? 4}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
          value={props.value}
          onInput={(event) => props.onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** One choice. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface SelectProps extends FieldProps {
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onValue: (value: string) => void;
}

/** One of several choices. */
export function SelectField(props: SelectProps) {
  return (
    <Field label={props.label} hint={props.hint} problem={props.problem}>
      {(ids) => (
        <select
          {...ids}
          value={props.value}
          onChange={(event) => props.onValue(event.currentTarget.value)}
        >
          {props.choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface CheckProps {
  readonly label: ComponentChildren;
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
}

/** Yes or no. */
export function CheckField({ label, checked, onChecked }: CheckProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChecked(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
