/** The wallet page, which is the claim page too. */

import { start } from '../ui/start.js';
import { listenForInstall } from './app/install.js';
import { takeInvitation } from './app/invitation.js';
import { WalletPage } from './app/wallet-page.js';
import './wallet.css';
import { loadWalletWords } from './words/load.js';

listenForInstall();
const invitation = takeInvitation();

start({
  load: loadWalletWords,
  view: ({ say, language }) => <WalletPage say={say} language={language} invitation={invitation} />,
});
