/** Buttons, and links that look like them. */

import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.js';

interface Look {
  readonly kind?: 'primary' | 'quiet' | 'danger' | 'link';
  readonly icon?: IconName;
  readonly large?: boolean;
  readonly full?: boolean;
  readonly children: ComponentChildren;
}

interface ButtonProps extends Look {
  readonly onClick?: () => void;
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  /** Work is under way: the button waits, and says so to screen readers. */
  readonly busy?: boolean;
  readonly pressed?: boolean;
  /** What it does, where its text alone does not say. */
  readonly label?: string;
}

function classes({ kind = 'primary', large = false, full = false }: Look): string {
  const parts = [
    'button',
    kind === 'primary' ? '' : kind,
    large ? 'large' : '',
    full ? 'full' : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** A button. */
export function Button(props: ButtonProps) {
  const { onClick, type = 'button', disabled = false, busy = false, pressed, label } = props;
  return (
    <button
      type={type}
      class={classes(props)}
      disabled={disabled || busy}
      aria-busy={busy}
      aria-pressed={pressed}
      aria-label={label}
      onClick={onClick}
    >
      {busy ? <span class="spinner" /> : props.icon && <Icon name={props.icon} />}
      <span>{props.children}</span>
    </button>
  );
}

interface LinkProps extends Look {
  readonly href: string;
  readonly download?: string;
}

/** A link that looks like a button. */
export function ButtonLink(props: LinkProps) {
  return (
    <a class={classes(props)} href={props.href} download={props.download}>
      {props.icon && <Icon name={props.icon} />}
      <span>{props.children}</span>
    </a>
  );
}
