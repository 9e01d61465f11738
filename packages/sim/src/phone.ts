/** A phone with a visa: what it holds, and how it presents it. */

import type { Engine, NodeSignatureBackend, Random } from '@covisa/node';
import {
  assembleProof,
  encodeToken,
  type Purpose,
  parseVisa,
  presentationToSign,
  type Seconds,
  type SpaceId,
  shortSpaceId,
  type Visa,
} from '@covisa/protocol';

/** What a presentation says, where it is not a visit now at any host. */
interface Meaning {
  readonly purpose?: Purpose;
  readonly host?: { readonly id: SpaceId } | null;
  /** Seconds; default: the phone's time. */
  readonly at?: Seconds;
}

/** A space whose members have phones. */
interface PhoneHome {
  readonly id: SpaceId;
  readonly engine: Pick<Engine, 'wallets'>;
}

/** What a phone needs of the world around it. */
interface PhonePorts {
  readonly now: () => Seconds;
  readonly random: Random;
  readonly signatures: Pick<NodeSignatureBackend, 'publicKey' | 'sign'>;
}

/** A phone with a visa. A copy of it is a clone: the same key, the same visa. */
export class Phone<Home extends PhoneHome> {
  readonly home: Home;
  readonly holderKey: Uint8Array;
  visa: Uint8Array | null = null;
  readonly #ports: PhonePorts;
  readonly #seed: Uint8Array;

  constructor(home: Home, ports: PhonePorts) {
    this.home = home;
    this.#ports = ports;
    this.#seed = ports.random.bytes(32);
    this.holderKey = ports.signatures.publicKey(this.#seed);
  }

  /** The visa as it reads. @throws Error without one */
  get read(): Visa {
    if (!this.visa) throw new Error('wallet: expected a visa, got none');
    return parseVisa(this.visa);
  }

  async claim(code: string): Promise<void> {
    this.visa = await this.home.engine.wallets.claim(code, this.holderKey);
  }

  async renew(): Promise<void> {
    this.visa = await this.home.engine.wallets.renew(this.present({ purpose: 'renew' }));
  }

  /** A token: the visa with a fresh proof. */
  present({ purpose = 'visit', host = null, at = this.#ports.now() }: Meaning = {}): string {
    const { bytes, claims } = this.read;
    const nonce = this.#ports.random.bytes(8);
    const proof = { purpose, time: at, host: host && shortSpaceId(host.id), nonce };
    const { payload, message } = presentationToSign(proof, this.home.id, claims.number);
    const signature = this.#ports.signatures.sign(this.#seed, message);
    return encodeToken(bytes, assembleProof(payload, signature));
  }
}
