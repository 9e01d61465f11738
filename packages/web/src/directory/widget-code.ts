/** The lines that put the widget into another web page. Pure. */

/** An attribute's value, which may be any text. */
function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** HTML of a frame with the widget of the node at `origin`. */
export function widgetCode(origin: string, language: string, title: string): string {
  const source = escapeAttribute(`${origin}/widget#lang=${language}`);
  return [
    `<iframe src="${source}" title="${escapeAttribute(title)}"`,
    '  width="100%" height="560" loading="lazy"></iframe>',
  ].join('\n');
}
