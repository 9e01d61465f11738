/** The effects that enter by ports, and the only files that may cause them. */

/** One effect: what shows it in code, and where it may stand. */
export interface Effect {
  readonly name: string;
  readonly pattern: RegExp;
  /** Files of packages, examples and scripts; everywhere else the effect enters by a port. */
  readonly allowed: readonly string[];
}

/** The one list. A new adapter is named here, with the reason in its own head. */
export const EFFECTS: readonly Effect[] = [
  {
    name: "the machine's clock",
    pattern:
      /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.now\b|\bprocess\.hrtime\b/gu,
    allowed: [
      'packages/node/src/adapters/clock-system.ts',
      'packages/web/src/platform/clock.ts',
      'packages/conformance/src/platform/clock.ts',
      'packages/bench/src/harness/clock.ts',
    ],
  },
  {
    name: 'a timer',
    pattern: /(?<![.\w])(?:setTimeout|setInterval|setImmediate)\(/gu,
    allowed: [
      'packages/sim/src/world/virtual-clock.ts',
      'packages/node/src/adapters/clock-system.ts',
      'packages/web/src/platform/clock.ts',
      'packages/conformance/src/platform/clock.ts',
    ],
  },
  {
    name: 'chance',
    pattern:
      /\bMath\.random\b|\b(?:crypto|nacl)\.randomBytes\b|\bgetRandomValues\b|\brandomUUID\b|\bimport\b[^;]*\brandomBytes\b[^;]*\bfrom\b/gu,
    allowed: [
      'packages/node/src/adapters/random-system.ts',
      'packages/web/src/platform/random.ts',
      'packages/conformance/src/platform/random.ts',
    ],
  },
  {
    name: 'the network',
    pattern: /(?<![.\w])fetch\(|\bimport\s+fetch\b/gu,
    allowed: [
      'packages/node/src/adapters/transport-http.ts',
      'packages/node/src/cli/client.ts',
      'packages/web/src/platform/network.ts',
      'packages/web/src/worker/sw.ts',
      'examples/desk-script.ts',
    ],
  },
  {
    name: 'mail',
    pattern: /\bfrom\s+'nodemailer'/gu,
    allowed: ['packages/node/src/adapters/mail-smtp.ts'],
  },
];

/**
 * In tests: waiting and wall clocks make them slow and unsure. A process that really runs has to be
 * waited for.
 */
export const TEST_EFFECTS: readonly Effect[] = [
  {
    name: 'a wall clock, chance or a sleep',
    pattern:
      /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|(?<![.\w])(?:setTimeout|setInterval)\(/gu,
    allowed: [],
  },
];
