/** What a page says where its words did not come: it has to be there in every language before. */

import type { Language } from '../../i18n/languages.js';

interface PartMissingWords {
  readonly text: string;
  readonly again: string;
}

export const PART_MISSING: Readonly<Record<Language, PartMissingWords>> = {
  en: {
    text: 'A part of this page did not come. Check that you are online, then load the page again.',
    again: 'Try again',
  },
  de: {
    text: 'Ein Teil dieser Seite kam nicht an. Prüfen Sie, ob Sie online sind, und laden Sie die Seite neu.',
    again: 'Noch einmal versuchen',
  },
  fr: {
    text: 'Une partie de cette page n’est pas arrivée. Vérifiez que vous êtes en ligne, puis rechargez la page.',
    again: 'Réessayer',
  },
  es: {
    text: 'No llegó una parte de esta página. Compruebe que tiene conexión y vuelva a cargar la página.',
    again: 'Intentar de nuevo',
  },
};
