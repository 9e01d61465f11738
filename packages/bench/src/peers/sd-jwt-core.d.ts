/** What the benchmark uses of @sd-jwt/core 0.19: its own types come with its installation. */

declare module '@sd-jwt/core' {
  interface Jwk {
    readonly kty: string;
    readonly crv: string;
    readonly x: string;
  }

  interface Settings<Options> {
    hasher(data: string | ArrayBuffer): Uint8Array;
    verifier(data: string, signature: string, options?: Options): boolean;
    kbVerifier(
      data: string,
      signature: string,
      payload: { readonly cnf?: { readonly jwk: Jwk } },
    ): boolean;
  }

  interface Verified {
    readonly payload: unknown;
    readonly kb?: { readonly payload: { readonly iat: number; readonly aud: string } };
  }

  class SDJwtInstance<Payload, Options> {
    constructor(settings: Settings<Options>);
    /** `currentDate` in seconds. */
    verify(
      text: string,
      options: Options & { readonly currentDate: number; readonly keyBindingNonce: string },
    ): Promise<Verified>;
  }
}
