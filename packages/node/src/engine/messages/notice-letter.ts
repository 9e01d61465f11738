/** The mail that tells an owner of a message: from whom, and nothing of what stands in it. */

const SENTENCES = {
  en: (name: string) => ({
    subject: `A message from ${name}`,
    text: `A message from ${name} waits for you. Open “Messages” in your node's console to read it.`,
  }),
  de: (name: string) => ({
    subject: `Eine Nachricht von ${name}`,
    text: `Eine Nachricht von ${name} wartet. In der Konsole steht sie unter „Nachrichten“.`,
  }),
  fr: (name: string) => ({
    subject: `Un message de ${name}`,
    text: `Un message de ${name} vous attend. Vous le trouverez dans la console, sous « Messages ».`,
  }),
  es: (name: string) => ({
    subject: `Un mensaje de ${name}`,
    text: `Le espera un mensaje de ${name}. Está en la consola, en «Mensajes».`,
  }),
} as const;

/** Subject and text in the space's first language, or else in English. */
export function noticeLetter(
  sender: string,
  languages: readonly string[],
): { readonly subject: string; readonly text: string } {
  const first = languages[0]?.toLowerCase().split('-')[0] ?? 'en';
  const language = first === 'de' || first === 'fr' || first === 'es' ? first : 'en';
  const { subject, text } = SENTENCES[language](sender);
  return { subject, text: `${text}\n` };
}
