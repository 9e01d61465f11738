/** Vectors of a programme's state: what their author says of it, and the whole of it. */

import { INSTANT } from './material.js';
import { Network } from './network.js';
import { programmeOperations } from './operations/programme.js';
import { toJson, type Vector, vectorsOf } from './vector.js';

const state = vectorsOf('programme-state');

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Holds what was said of some members against an answer. */
function compare(title: string, said: object, answer: unknown): void {
  const got = isObject(answer) ? answer : {};
  for (const [name, expected] of Object.entries(said)) {
    const [wanted, found] = [JSON.stringify(toJson(expected)), JSON.stringify(got[name])];
    if (wanted !== found) throw new Error(`${title}: ${name}: expected ${wanted}, got ${found}`);
  }
}

/**
 * A vector from a network at `INSTANT` (or with other members in its input) to the state. Null:
 * there is none.
 */
export function stateOf(
  title: string,
  rules: string,
  network: Network,
  said: object | null,
  change: object = {},
): Vector {
  const { programme, logs, heartbeats } = network;
  const input = toJson({ programme, logs, heartbeats, instant: INSTANT, chosen: [], ...change });
  const answer = toJson(programmeOperations['programme-state']?.(input));
  const got = isObject(answer) ? answer.state : undefined;
  if (said === null && got !== null) throw new Error(`${title}: expected no state`);
  if (said !== null) compare(title, said, got);
  return state.ok(title, rules, isObject(input) ? input : {}, { state: got });
}

/** A network of n founders, three by default, with what is built on it. */
export function made(
  build: (network: Network) => void,
  n = 3,
  settings: ConstructorParameters<typeof Network>[1] = {},
  signed = n,
): Network {
  const network = new Network(n, settings, signed);
  build(network);
  return network;
}
