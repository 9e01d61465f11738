import { StoreError } from '@covisa/store';
import { expect } from 'chai';
import { loadDriver } from '../../dist/sqlite/driver.js';

describe('The native part of better-sqlite3', () => {
  it('Where it cannot be loaded, the error names what is missing and what to install.', () => {
    const missing = () => {
      throw new Error('Could not locate the bindings file. Tried:\n → /node_modules/…');
    };
    expect(() => loadDriver(missing))
      .to.throw(
        StoreError,
        /native part of better-sqlite3 cannot be loaded by Node v\d+.*Could not locate the bindings file.*python3, make and g\+\+.*npm rebuild better-sqlite3$/,
      )
      .with.property('code', 'STORE_NATIVE_MISSING');
  });

  it('Where it was built, it is loaded.', () => {
    const driver = loadDriver();
    const db = new driver(':memory:');
    expect(db.prepare('SELECT 1 + 1').pluck().get()).to.equal(2);
    db.close();
  });
});
