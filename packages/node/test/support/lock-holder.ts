/**
 * A process that takes the lock of the folder that it is given, says so, and waits to be killed.
 */

import { lockDataFolder } from '../../dist/adapters/lock.js';

lockDataFolder(process.argv[2] ?? '');
process.stdout.write('locked\n');
process.stdin.resume();
