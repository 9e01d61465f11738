/** What anybody may read of the space, its programmes and the other spaces. */

import {
  offer,
  profile,
  programmeId,
  rate,
  seconds,
  shape,
  spaceId,
  terms,
  venue,
} from '@covisa/protocol';
import { contentOf, documentOf, typeOf } from '../answers.js';
import { check, reading, same } from '../expect.js';
import type { NodeChapter } from '../test.js';

const { bool, integer, list, literal, nullable, number, open, text, tuple } = shape;

const LISTED_MAX = 20_000;
const anyText = text({ min: 0, max: 2000 });

/** What this chapter reads of a listing; a node may say more. */
const listing = open({
  space: spaceId,
  status: literal('listed', 'quiet'),
  programmes: list(open({ programme: programmeId, member: bool }), 64, 1),
  heartbeat: nullable(seconds),
  name: nullable(anyText),
  venues: list(venue, 50),
  rate: nullable(rate),
  offer: nullable(offer),
  languages: list(anyText, 20),
  mailbox: nullable(anyText),
  site: nullable(anyText),
  houseRules: nullable(anyText),
  node: nullable(anyText),
});
const programme = open({
  id: programmeId,
  name: anyText,
  purpose: anyText,
  roster: integer(0),
  members: integer(0),
  admitted: integer(0),
  terms,
});
const feature = open({
  type: literal('Feature'),
  geometry: open({
    type: literal('Point'),
    coordinates: tuple(number(-180, 180), number(-90, 90)),
  }),
  properties: open({ space: spaceId }),
});
const collection = open({
  type: literal('FeatureCollection'),
  features: list(feature, LISTED_MAX),
});
const owned = open({ space: spaceId });

export const documents: NodeChapter = {
  name: 'Public documents',
  place: 'spec/http.md#routes',
  tests: [
    {
      title: 'The profile is the profile entry with the id of the space.',
      rules: [],
      async run(subject) {
        const { space } = await subject.discovery();
        const answer = await subject.get('/covisa/v1/profile');
        documentOf(answer, profile);
        same('space', documentOf(answer, owned).space, space);
      },
    },
    {
      title: 'Each programme comes with its terms and its counts.',
      rules: ['TERMS-1'],
      async run(subject) {
        documentOf(await subject.get('/covisa/v1/programmes'), list(programme, 64));
      },
    },
    {
      title: 'The directory lists each space once, and only listed and quiet ones.',
      rules: ['DIR-1', 'DIR-3'],
      async run(subject) {
        const answer = await subject.get('/covisa/v1/directory');
        const listed = documentOf(answer, list(listing, LISTED_MAX));
        same('different spaces', new Set(listed.map(({ space }) => space)).size, listed.length);
      },
    },
    {
      title: 'The directory for maps is GeoJSON of the same spaces, longitude first.',
      rules: ['DIR-1', 'DIR-3'],
      async run(subject) {
        const answer = await subject.get('/covisa/v1/directory.geojson');
        same('status', answer.status, 200);
        same('content-type', typeOf(answer), 'application/geo+json');
        const text = new TextDecoder().decode(contentOf(answer));
        const { features } = reading('GeoJSON', () => collection.parse(JSON.parse(text)));
        const directory = await subject.get('/covisa/v1/directory');
        const listed = documentOf(directory, list(owned, LISTED_MAX)).map(({ space }) => space);
        const stray = features.find(({ properties }) => !listed.includes(properties.space));
        check(stray === undefined, `expected only spaces of the directory, got ${stray?.geometry}`);
      },
    },
    {
      title: 'Any page may read what is public.',
      rules: [],
      async run(subject) {
        const paths = ['profile', 'programmes', 'directory', 'directory.geojson', 'log/checkpoint'];
        for (const path of paths) {
          const { headers } = await subject.get(`/covisa/v1/${path}`);
          same(`${path}: allowed origin`, headers['access-control-allow-origin'] ?? null, '*');
        }
      },
    },
  ],
};
