/** Parts of a page that are loaded when they are first shown. */

import type { ComponentType } from 'preact';
import { useCommon } from './common.js';
import { useLoad } from './load.js';
import { Loading } from './notice.js';
import { PartMissing } from './part-missing.js';

/**
 * A component in a file of its own. Its place says that it is loading, or that it did not come.
 */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let known: ComponentType<P> | null = null;
  const keep = async () => {
    known = await load();
    return { view: known };
  };
  return function Lazy(props: P) {
    const { say, language } = useCommon();
    const { loaded } = useLoad(keep, []);
    const View = loaded.state === 'ready' ? loaded.value.view : known;
    if (View !== null) return <View {...props} />;
    if (loaded.state === 'failed') return <PartMissing language={language} />;
    return <Loading text={say('loading')} />;
  };
}
