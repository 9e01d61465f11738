/** What a member reads in the mail that brings the claim link. */

import type { Seconds } from '@covisa/protocol';

/** What stands in a letter. */
export interface ClaimLetter {
  readonly space: string;
  readonly member: string;
  readonly link: string;
  readonly lapses: Seconds;
  readonly timeZone: string;
}

/** Paragraphs, each of one piece or several. */
type Words = (letter: ClaimLetter & { readonly day: string }) => {
  readonly subject: string;
  readonly paragraphs: readonly (readonly string[])[];
};

const ENGLISH: Words = ({ space, member, link, day }) => ({
  subject: `Your coworking visa from ${space}`,
  paragraphs: [
    [`Hello ${member},`],
    [
      `with a coworking visa you can work at other spaces as a member of ${space}.`,
      'Open this link on your phone to get yours:',
    ],
    [link],
    [
      `The link works once, until ${day}.`,
      'Whoever opens it gets your visa, so please do not pass it on.',
    ],
    [
      'If you had a visa on another phone, it ends as soon as you open the link;',
      'the days that you have used stay counted.',
    ],
    [space],
  ],
});

const GERMAN: Words = ({ space, member, link, day }) => ({
  subject: `Coworking-Visum von ${space}`,
  paragraphs: [
    [`Hallo ${member},`],
    [
      `mit einem Coworking-Visum können Mitglieder von ${space} auch in anderen Spaces arbeiten.`,
      'Dieser Link holt es auf das Telefon, auf dem er geöffnet wird:',
    ],
    [link],
    [
      `Der Link gilt einmal, bis zum ${day}.`,
      'Wer ihn öffnet, bekommt das Visum: Bitte nicht weitergeben.',
    ],
    [
      'Ein Visum, das schon auf einem anderen Telefon ist, endet, sobald der Link geöffnet wird;',
      'genutzte Tage bleiben gezählt.',
    ],
    [space],
  ],
});

const FRENCH: Words = ({ space, member, link, day }) => ({
  subject: `Votre visa de coworking de ${space}`,
  paragraphs: [
    [`Bonjour ${member},`],
    [
      'avec un visa de coworking, vous pouvez travailler dans d’autres espaces en tant que membre',
      `de ${space}. Ouvrez ce lien sur votre téléphone pour recevoir le vôtre :`,
    ],
    [link],
    [
      `Le lien fonctionne une seule fois, jusqu’au ${day}.`,
      'Quiconque l’ouvre reçoit votre visa : merci de ne pas le transmettre.',
    ],
    [
      'Si vous aviez un visa sur un autre téléphone, il prend fin dès que vous ouvrez le lien ;',
      'les jours déjà utilisés restent comptés.',
    ],
    [space],
  ],
});

const SPANISH: Words = ({ space, member, link, day }) => ({
  subject: `Su visado de coworking de ${space}`,
  paragraphs: [
    [`Hola, ${member}:`],
    [
      `Con un visado de coworking puede trabajar en otros espacios como miembro de ${space}.`,
      'Abra este enlace en su teléfono para obtener el suyo:',
    ],
    [link],
    [
      `El enlace funciona una sola vez, hasta el ${day}.`,
      'Quien lo abra recibirá su visado: no lo comparta, por favor.',
    ],
    [
      'Si tenía un visado en otro teléfono, dejará de valer en cuanto abra el enlace;',
      'los días que ha usado siguen contando.',
    ],
    [space],
  ],
});

const LANGUAGES = { en: ENGLISH, de: GERMAN, fr: FRENCH, es: SPANISH } as const;

function languageOf(languages: readonly string[]): keyof typeof LANGUAGES {
  const first = languages[0]?.toLowerCase().split('-')[0];
  return first === 'de' || first === 'fr' || first === 'es' ? first : 'en';
}

/** Subject and text in the space's first language, or else in English. */
export function claimLetter(
  letter: ClaimLetter,
  languages: readonly string[],
): { readonly subject: string; readonly text: string } {
  const language = languageOf(languages);
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: letter.timeZone,
  }).format(letter.lapses * 1000);
  const { subject, paragraphs } = LANGUAGES[language]({ ...letter, day });
  const text = paragraphs.map((pieces) => pieces.join(' ')).join('\n\n');
  return { subject: subject.replaceAll(/\s+/gu, ' '), text: `${text}\n` };
}
