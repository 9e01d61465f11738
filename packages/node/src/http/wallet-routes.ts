/** Routes for wallets: any origin, no cookies, the token in the body. */

import { encodeBase64url, parseBase64url } from '@covisa/protocol';
import type { Router } from 'express';
import type { AppOptions } from './context.js';
import { anyOrigin, endpoint, jsonBody, limited, noStore, reply } from './edge.js';
import {
  arrivalRequest,
  claimRequest,
  objectionRequest,
  receiptRequest,
  tokenRequest,
} from './schemas/index.js';
import { validator } from './validate.js';
import { invitationLink } from './views.js';

const parseClaim = validator(claimRequest, 'body');
const parseReceipt = validator(receiptRequest, 'body');
const parseToken = validator(tokenRequest, 'body');
const parseArrival = validator(arrivalRequest, 'body');
const parseObjection = validator(objectionRequest, 'body');

type WalletRoute = (path: string, answer: (body: unknown) => Promise<object>) => void;

/** Puts the wallets' routes on a router. */
export function walletRoutes(router: Router, options: AppOptions): void {
  const limit = limited(options.settings.rateLimits.wallet);
  const wallet: WalletRoute = (path, answer) => {
    // WALLET-1: a wallet may call from any page and sends no cookie. No cache keeps an answer.
    router.use(path, anyOrigin);
    const handler = reply((request) => answer(request.body));
    endpoint(router, path, { post: [limit, noStore, ...jsonBody, handler] });
  };
  visaRoutes(wallet, options);
  askingRoutes(wallet, options);
}

/** What gives a visa, or what it was used for. */
function visaRoutes(wallet: WalletRoute, { engine }: AppOptions): void {
  wallet('/covisa/v1/claim', async (body) => {
    const { code, holderKey } = parseClaim(body);
    const visa = await engine.wallets.claim(code, parseBase64url(holderKey));
    return { visa: encodeBase64url(visa) };
  });
  wallet('/covisa/v1/renew', async (body) => {
    const visa = await engine.wallets.renew(parseToken(body).token);
    return { visa: encodeBase64url(visa) };
  });
  wallet('/covisa/v1/renumber', async (body) => {
    const visa = await engine.wallets.renumber(parseToken(body).token);
    return { visa: encodeBase64url(visa) };
  });
  wallet('/covisa/v1/visits', async (body) => ({
    visits: await engine.wallets.visits(parseToken(body).token),
  }));
  wallet('/covisa/v1/receipt', async (body) => {
    const { token, host: space, incarnation, index } = parseReceipt(body);
    return { receipt: await engine.wallets.receipt(token, { space, incarnation, index }) };
  });
  wallet('/covisa/v1/overview', (body) => engine.wallets.overview(parseToken(body).token));
}

/** What members ask of home and host. */
function askingRoutes(wallet: WalletRoute, { engine, settings }: AppOptions): void {
  wallet('/covisa/v1/move', async (body) => {
    const invitation = await engine.wallets.move(parseToken(body).token);
    const { claimCode, claimLapses: lapses } = invitation;
    return {
      claimCode,
      claimLink: invitationLink(invitation, engine.space, settings.publicUrl),
      lapses,
    };
  });
  wallet('/covisa/v1/move/withdraw', async (body) => {
    await engine.wallets.withdrawMove(parseToken(body).token);
    return {};
  });
  wallet('/covisa/v1/objection', async (body) => {
    const { token, ...objection } = parseObjection(body);
    await engine.wallets.object(token, objection);
    return {};
  });
  wallet('/covisa/v1/erasure', async (body) => {
    await engine.wallets.wishErasure(parseToken(body).token);
    return {};
  });
  wallet('/covisa/v1/arrival', (body) => engine.desk.arrive(parseArrival(body)));
  wallet('/covisa/v1/spoken', (body) => engine.spoken.leave(parseToken(body).token));
}
