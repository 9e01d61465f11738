/** The way onto the home screen. */

import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { useWallet } from './context.js';
import { useInstall } from './install.js';

/** A button or a hint; nothing where the wallet is installed, or cannot be. */
export function InstallHint() {
  const { say } = useWallet();
  const install = useInstall();
  if (install.kind === 'none') return null;
  return (
    <section class="card row install">
      <Icon name="phone" />
      <div class="grow stack tight">
        <h2>{say('installTitle')}</h2>
        <p class="soft small">{say(install.kind === 'ios' ? 'installIos' : 'install')}</p>
      </div>
      {install.kind === 'offer' && (
        <Button kind="quiet" onClick={install.run}>
          {say('installButton')}
        </Button>
      )}
    </section>
  );
}
