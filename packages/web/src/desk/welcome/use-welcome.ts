/** What a member is shown after check-in; what was loaded last stays while the node is away. */

import { useEffect, useState } from 'preact/hooks';
import type { WelcomeView } from '../../api/desk-views.js';
import type { DeskNode } from '../node/desk-node.js';

/** The welcome of a node, loaded when the node is near; null: not known yet. */
export function useWelcome(node: DeskNode, isNear: boolean): WelcomeView | null {
  const [welcome, setWelcome] = useState<WelcomeView | null>(null);
  useEffect(() => {
    if (!isNear) return;
    let isCurrent = true;
    // Without it, a check-in works as well.
    node.welcome().then(
      (view) => isCurrent && setWelcome(view),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [node, isNear]);
  return welcome;
}
