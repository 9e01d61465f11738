/** Pages of text only, for when the built ones cannot answer. */

/** Text as HTML text or attribute value. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A whole page; `main` is HTML, `title` is text. */
export function page(title: string, main: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
}

/** What stands in the place of every page while the pages are not built. */
export const NOT_BUILT_PAGE: string = page(
  'covisa: the pages are not built',
  `<h1>The pages are not built</h1>
<p>This covisa node runs, but the files of its pages are missing. Build them, then reload this page:</p>
<pre><code>npm run build</code></pre>`,
);
