/** The sample spaces and people of `covisa try`. */

import type { ProfileOptions } from '../profile.js';

/** One sample space with one member. */
export interface Sample {
  /** Its folder's name. */
  readonly key: string;
  readonly profile: ProfileOptions & { readonly name: string };
  readonly member: { readonly name: string; readonly displayName: string; readonly plan: string };
}

/** The first two found the programme, the third joins by link. */
export const SAMPLES: readonly [Sample, Sample, Sample] = [
  {
    key: 'melbourne',
    profile: {
      name: 'Yarra Works',
      address: '12 Flinders Lane, Melbourne',
      latitude: -37.8162,
      longitude: 144.9662,
      timeZone: 'Australia/Melbourne',
      rate: '45.00',
      currency: 'AUD',
      language: ['en'],
    },
    member: { name: 'Mia Chen', displayName: 'Mia', plan: 'full-time' },
  },
  {
    key: 'shanghai',
    profile: {
      name: 'Bund Loft 外滩',
      address: '88 Sichuan Road, Shanghai',
      latitude: 31.2397,
      longitude: 121.4879,
      timeZone: 'Asia/Shanghai',
      rate: '180.00',
      currency: 'CNY',
      language: ['zh', 'en'],
    },
    member: { name: 'Li Wei', displayName: 'Li Wei', plan: 'full-time' },
  },
  {
    key: 'berlin',
    profile: {
      name: 'Spreeraum',
      address: 'Köpenicker Straße 40, Berlin',
      latitude: 52.5103,
      longitude: 13.4265,
      timeZone: 'Europe/Berlin',
      rate: '25.00',
      currency: 'EUR',
      language: ['de', 'en'],
    },
    member: { name: 'Jonas Brandt', displayName: 'Jonas', plan: 'flex' },
  },
];
