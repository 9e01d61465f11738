/** What the poster says, in every language at once: on paper nobody can choose one. */

import type { Language } from '../../i18n/languages.js';

interface PosterText {
  readonly title: string;
  readonly text: string;
}

export const POSTER_TEXTS: Readonly<Record<Language, PosterText>> = {
  en: {
    title: 'Here with a coworking visa?',
    text: 'Open your wallet, choose “I am here”, and scan this code.',
  },
  de: {
    title: 'Mit einem Coworking-Visum hier?',
    text: 'Öffnen Sie Ihre Wallet, wählen Sie „Ich bin hier“ und scannen Sie diesen Code.',
  },
  fr: {
    title: 'Ici avec un visa de coworking ?',
    text: 'Ouvrez votre portefeuille, choisissez « Je suis ici » et scannez ce code.',
  },
  es: {
    title: '¿Aquí con un visado de coworking?',
    text: 'Abra su cartera, elija «Estoy aquí» y escanee este código.',
  },
};
