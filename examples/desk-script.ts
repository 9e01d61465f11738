/**
 * A space's own script at the door: asks its node for a verdict on a member's token, and stamps.
 * Run: node examples/dist/desk-script.js <node url> <API token> <member's token>, or give the first
 * two as COVISA_URL and COVISA_TOKEN. Exit status: 0 stamped, 3 refused, 1 anything else.
 */

import fetch from 'node-fetch';

/** The parts of the answers that this script reads; spec/README.md says where the rest stands. */
interface Check {
  readonly id: string;
  readonly homeName: string | null;
  readonly displayName: string | null;
  readonly sentence: string;
  readonly verdict: {
    readonly outcome: 'free' | 'paid' | 'refuse';
    readonly kind: 'free' | 'paid' | 'courtesy' | null;
    readonly askGrant: 'no' | 'wanted' | 'needed';
  };
}
interface Visit {
  readonly date: string;
  readonly kind: string;
  readonly published: boolean;
}

const given = process.argv.slice(2);
const memberToken = given.pop();
const [node = process.env.COVISA_URL, apiToken = process.env.COVISA_TOKEN] = given;
if (!node || !apiToken || !memberToken) {
  console.error("Give the node's URL, its API token (covisa-data/api-token) and a member's token.");
  process.exit(1);
}

/** Posts to the node. What it refuses comes as one code and one sentence. */
async function post<T>(path: string, body: object): Promise<T> {
  const response = await fetch(new URL(path, node), {
    method: 'POST',
    headers: { authorization: `Bearer ${apiToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as T & { error?: { code: string; message: string } };
  if (answer.error) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return answer;
}

/** The verdict, made surer by the home space's grant where that helps. */
async function judged(token: string): Promise<Check> {
  const check = await post<Check>('/api/checks', { token });
  if (check.verdict.askGrant === 'no') return check;
  return post<Check>(`/api/checks/${check.id}/grant`, {});
}

try {
  const check = await judged(memberToken);
  console.log(`${check.displayName ?? 'A member'} of ${check.homeName ?? 'a space'}`);
  console.log(check.sentence);
  const { outcome, kind } = check.verdict;
  if (outcome === 'refuse' || kind === null) process.exit(3);
  const visit = await post<Visit>('/api/visits', { check: check.id, kind });
  console.log(`${visit.kind} visit on ${visit.date}, ${visit.published ? 'published' : 'waiting'}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
