/** The pages that are photographed: one line each. */

import type { Page } from 'playwright-core';
import { CONSOLE_SHOTS } from './console-shots.js';
import { DESK_SHOTS } from './desk-shots.js';
import type { SampleNetwork } from './sample.js';
import { WALLET_SHOTS } from './wallet-shots.js';

/** One page in one state. */
export interface Shot {
  /** The file's name, and the anchor in the index. */
  readonly name: string;
  readonly title: string;
  /** Where it is: a whole address. */
  readonly at: (network: SampleNetwork) => string;
  /** Nobody, unless said otherwise. */
  readonly as?: 'owner';
  /** What has to be there before the picture is taken, as a selector. */
  readonly until: string;
  /** What is done before that. */
  readonly act?: (page: Page, network: SampleNetwork) => Promise<void>;
  readonly locale?: string;
  /** In dark colours too. */
  readonly isDarkToo?: boolean;
}

const melbourne = (path: string) => (network: SampleNetwork) => `${network.melbourne.url}${path}`;

/** All shots, in the order of the index. */
export const SHOTS: readonly Shot[] = [
  {
    name: 'front',
    title: 'Front page: what this node is, and the doors for everybody',
    at: melbourne('/'),
    until: '.door',
    isDarkToo: true,
  },
  {
    name: 'directory',
    title: 'Directory: the programme’s spaces on a map and as a list',
    at: melbourne('/directory'),
    until: '.map-label',
    isDarkToo: true,
  },
  {
    name: 'directory-space',
    title: 'Directory: all about one space',
    at: ({ melbourne: { url }, berlin: { id } }) => `${url}/directory#/space/${id}`,
    until: '.listing-detail',
  },
  {
    name: 'directory-german',
    title: 'Directory, in German, with a search that finds nothing',
    at: melbourne('/directory'),
    locale: 'de-DE',
    until: '.empty',
    act: (page) => page.getByRole('searchbox').fill('Atlantis'),
  },
  {
    name: 'widget',
    title: 'Widget: the directory on a space’s own web site, here in French',
    at: melbourne('/widget#lang=fr'),
    until: '.map-label',
  },
  {
    name: 'honour',
    title: 'Honour page: for a reception that has never heard of coworking visas',
    at: melbourne('/honour'),
    until: '.steps',
    locale: 'es-ES',
    isDarkToo: true,
  },
  {
    name: 'here',
    title: 'Poster that was scanned by a bare camera',
    at: ({ melbourne: { url, id } }) => `${url}/here#${id}.main`,
    until: '.steps',
  },
  {
    name: 'join',
    title: 'Invitation to a programme',
    at: ({ melbourne: { url, id }, programme }) => `${url}/join#${programme}.${id}`,
    until: '.terms',
  },
  ...WALLET_SHOTS,
  ...DESK_SHOTS,
  ...CONSOLE_SHOTS,
];
