/** `npm run sim`: plays stories; `npm run sim -- sharding`: the model of the plan. */

import { command } from './cli/command.js';
import { sharding } from './sharding/sharding.js';

const args = process.argv.slice(2);
const io = {
  out: (text: string) => void process.stdout.write(text),
  note: (text: string) => void process.stderr.write(text),
};
if (args[0] === 'sharding') io.out(`${sharding(args.slice(1))}\n`);
else process.exitCode = await command(args, io);
