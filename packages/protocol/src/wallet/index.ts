export { type HostAnswer, parseHostAnswer } from './host-answer.js';
export {
  listing,
  parseWalletOverview,
  type WalletOverview,
  type WalletProgramme,
  type WalletVisit,
  walletOverview,
} from './overview.js';
export { judgePlan, type WalletPlan, type WalletVerdict, walletInput } from './wallet-input.js';
