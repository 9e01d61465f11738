/** Which role a route needs: the desk's list, and everything else. */

import { expect } from 'chai';
import { roleFor } from '../../../dist/http/access/scope.js';

describe('the roles of routes', () => {
  it('lets the desk check, stamp and look', () => {
    for (const [method, path] of [
      ['GET', '/status'],
      ['HEAD', '/status'],
      ['GET', '/profile'],
      ['POST', '/checks'],
      ['POST', '/checks/Zx_9-a/grant'],
      ['POST', '/visits/v1/void'],
    ] as const) {
      expect(roleFor(method, path), `${method} ${path}`).to.equal('desk');
    }
  });

  it('ACCESS-2: keeps everything else for the owner, near misses and unknown paths included', () => {
    for (const [method, path] of [
      ['PATCH', '/profile'],
      ['POST', '/welcome'],
      ['GET', '/members'],
      ['POST', '/checks/a/b/grant'],
      ['POST', '/checks/%2e%2e/grant'],
      ['POST', '/checks//grant'],
      ['GET', '/status/'],
      ['GET', '/Status'],
      ['GET', '/status\nGET /status'],
      ['DELETE', '/visits'],
      ['GET', '/nothing'],
    ] as const) {
      expect(roleFor(method, path), `${method} ${path}`).to.equal('owner');
    }
  });
});
