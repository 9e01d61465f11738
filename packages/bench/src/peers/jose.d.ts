/** What the benchmark uses of jose 6: its own types are there only once it is installed. */

declare module 'jose' {
  interface Jwk {
    readonly kty: string;
    readonly crv: string;
    readonly x: string;
  }

  interface Payload {
    readonly iss?: string;
    readonly iat?: number;
    readonly cnf?: { readonly jwk: Jwk };
    readonly purpose?: unknown;
    readonly sd_hash?: unknown;
  }

  interface VerifyOptions {
    readonly algorithms: readonly string[];
    readonly typ: string;
    readonly currentDate: Date;
    readonly issuer?: string;
    readonly audience?: string;
    readonly requiredClaims?: readonly string[];
    /** Seconds. */
    readonly maxTokenAge?: number;
    readonly clockTolerance?: number;
  }

  function importJWK(jwk: Jwk, algorithm: string): Promise<CryptoKey>;
  function jwtVerify(
    jwt: string,
    key: CryptoKey | Jwk,
    options: VerifyOptions,
  ): Promise<{ readonly payload: Payload }>;
}
