/** What people are shown at an address where there is no page. */

/** A page of text only. */
export const NOTHING_HERE_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>covisa: there is nothing here</title>
</head>
<body>
<main>
<h1>There is nothing here</h1>
<p>This node has no page at this address. Look whether the link is whole, or go on to one of these:</p>
<ul>
<li><a href="/">the front page</a> of this space</li>
<li><a href="/wallet">the wallet</a>, for members</li>
<li><a href="/desk">the desk</a>, for reception</li>
<li><a href="/console">the console</a>, for the owner</li>
</ul>
</main>
</body>
</html>
`;
