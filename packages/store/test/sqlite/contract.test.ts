import { join } from 'node:path';
import { openSqliteStore } from '@covisa/store';
import { storeContract } from '../contract.js';
import { optionsFor, temporaryFolders } from '../support/files.js';

const folders = temporaryFolders();
after(folders.clean);

storeContract('better-sqlite3', async () =>
  openSqliteStore(optionsFor(join(folders.make(), 'store.db'))),
);
