/** Who the node is: `/.well-known/covisa`. */

import { same } from '../expect.js';
import type { NodeChapter } from '../test.js';

export const discovery: NodeChapter = {
  name: 'Discovery',
  place: 'spec/http.md#routes',
  tests: [
    {
      title: 'The first entries of the logs prove the space id and the keys.',
      rules: ['LOG-5', 'LOG-10', 'RESUME-1', 'RESUME-2', 'RESUME-3'],
      async run(subject) {
        await subject.discovery();
      },
    },
    {
      title: 'Any page may ask who the node is.',
      rules: [],
      async run(subject) {
        const { headers } = await subject.get('/.well-known/covisa');
        same('access-control-allow-origin', headers['access-control-allow-origin'] ?? null, '*');
      },
    },
    {
      title: 'A node refuses a stranger, and signs the refusal.',
      rules: [],
      async run(subject) {
        await subject.learnClock();
      },
    },
  ],
};
