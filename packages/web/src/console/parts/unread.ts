/** How many messages wait to be read, for the navigation. */

import { useEffect } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { StatusView } from '../../api/owner-views.js';
import { useLoad } from '../../ui/load.js';
import { useFollow } from './use-follow.js';

const LOOK_SECONDS = 30;

const loadStatus = () => api.get<StatusView>('/api/status');

let read = (): void => undefined;

/** Messages were read on this page: the number is another now. */
export function noteRead(): void {
  read();
}

/** The number; 0 until it is known. */
export function useUnread(): number {
  const { loaded, reload } = useLoad(loadStatus, []);
  useFollow(reload, LOOK_SECONDS);
  useEffect(() => {
    read = reload;
    return () => {
      read = () => undefined;
    };
  }, [reload]);
  return loaded.state === 'ready' ? loaded.value.unreadMessages : 0;
}
