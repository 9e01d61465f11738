/** The kind of a visit, as a badge. */

import type { VisitKind } from '@covisa/protocol';
import { useConsole } from './context.js';

const TONES: Readonly<Record<VisitKind, string>> = { free: 'good', paid: 'warn', courtesy: '' };

/** The badge. */
export function KindBadge({ kind }: { readonly kind: VisitKind }) {
  const say = useConsole();
  return <span class={`badge ${TONES[kind]}`}>{say(kind)}</span>;
}
