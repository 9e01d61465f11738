/** What stands in the place of every page while the pages are not built. */

/** A page of text only. */
export const NOT_BUILT_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>covisa: the pages are not built</title>
</head>
<body>
<main>
<h1>The pages are not built</h1>
<p>This covisa node runs, but the files of its pages are missing. Build them, then reload this page:</p>
<pre><code>npm run build</code></pre>
</main>
</body>
</html>
`;
