/** One line of the benchmark in a process of its own: `child.js <name> <scratch> [--quick]`. */

import { LINES } from './lines/index.js';

const [name, scratch = '', quick] = process.argv.slice(2);
const line = LINES.find((one) => one.name === name);
if (line === undefined || process.send === undefined) {
  throw new Error(`child: expected a line's name and a channel to answer on, got ${name}`);
}
const say = (text: string): void => console.error(`${line.name}: ${text}`);
const result = await line.run({ quick: quick === '--quick', scratch, say });
// Whatever the line still holds open ends here.
process.send(result, () => process.exit(0));
