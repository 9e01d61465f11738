/** Parts of a page that are loaded when they are first shown. */

import type { ComponentType } from 'preact';
import { useCommon } from './common.js';
import { useLoad } from './load.js';
import { Loading } from './notice.js';
import { Problem } from './problem.js';

/**
 * A component in a file of its own. Its place says that it is loading, or that it did not come: the
 * page is loaded anew then, since browsers keep in mind that a file did not come.
 */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let known: ComponentType<P> | null = null;
  const keep = async () => {
    known = await load();
    return { view: known };
  };
  return function Lazy(props: P) {
    const { say } = useCommon();
    const { loaded } = useLoad(keep, []);
    const View = loaded.state === 'ready' ? loaded.value.view : known;
    if (View !== null) return <View {...props} />;
    if (loaded.state === 'failed') {
      return <Problem error={new Error(say('partMissing'))} onRetry={() => location.reload()} />;
    }
    return <Loading text={say('loading')} />;
  };
}
