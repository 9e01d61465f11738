/** The words of the console: the same names and parameters in every language. */

import { loadMembersWords } from '../../dist/console/members/words/load.js';
import { loadMessagesWords } from '../../dist/console/messages/words/load.js';
import { loadNetworkWords } from '../../dist/console/network/words/load.js';
import { loadOverviewWords } from '../../dist/console/overview/words/load.js';
import { loadProgrammeWords } from '../../dist/console/programme/words/load.js';
import { loadRulesWords } from '../../dist/console/rules/words/load.js';
import { loadSetUpWords } from '../../dist/console/set-up/words/load.js';
import { loadSettingsWords } from '../../dist/console/settings/words/load.js';
import { loadVisitsWords } from '../../dist/console/visits/words/load.js';
import { loadConsoleWords } from '../../dist/console/words/load.js';
import { LANGUAGES } from '../../dist/i18n/languages.js';
import type { Table } from '../../dist/i18n/words.js';
import { expectTranslations } from '../support/translations.js';

const TABLES: readonly ((language: (typeof LANGUAGES)[number]) => Promise<Table>)[] = [
  loadConsoleWords,
  loadMembersWords,
  loadMessagesWords,
  loadNetworkWords,
  loadOverviewWords,
  loadProgrammeWords,
  loadRulesWords,
  loadSetUpWords,
  loadSettingsWords,
  loadVisitsWords,
];

describe('The words of the console', () => {
  it('have the same parameters in every language', async () => {
    for (const load of TABLES) {
      const [english, ...others] = await Promise.all(LANGUAGES.map(load));
      const named = others.map((table, index) => [LANGUAGES[index + 1] ?? '', table]);
      expectTranslations(english ?? {}, Object.fromEntries(named));
    }
  });
});
