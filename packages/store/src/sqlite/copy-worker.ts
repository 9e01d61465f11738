/** The thread that verifies a backup: takes its path, answers null or what is wrong with it. */

import { parentPort, workerData } from 'node:worker_threads';
import { StoreError } from '../errors.js';
import { verifyCopy } from './copies.js';
import { loadDriver } from './driver.js';
import { asStoreError } from './failures.js';

function refusalOf(path: string): string | null {
  try {
    verifyCopy(loadDriver(), path);
    return null;
  } catch (cause) {
    const error = asStoreError(cause, path);
    if (error instanceof StoreError) return error.message;
    throw error;
  }
}

parentPort?.postMessage(refusalOf(String(workerData)));
