/**
 * The pages' words in English, and the pages made of them. No script: a link's secret part (after
 * #) stays in the browser.
 */

import { escapeHtml, page } from './html.js';

/** What the first page says of this node. */
export interface HomePageFacts {
  readonly name: string;
  readonly space: string;
  /** Names of the programmes that the space takes part in. */
  readonly programmes: readonly string[];
  readonly listed: number;
}

/** `/`: what this is. */
export function homePage(facts: HomePageFacts): string {
  const name = escapeHtml(facts.name);
  const programmes = facts.programmes.map((one) => `<li>${escapeHtml(one)}</li>`).join('');
  return page(
    `${facts.name} · covisa`,
    `<h1>${name}</h1>
<p class="lead">Members of our partner spaces can work here with their coworking visa, and our members can work there.</p>
${programmes ? `<h2>Programmes</h2>\n<ul>${programmes}</ul>` : '<p>This space takes part in no programme yet.</p>'}
<h2>For everybody</h2>
<ul>
<li><a href="/covisa/v1/directory">The spaces that this node lists</a> (${facts.listed}, as JSON)</li>
<li><a href="/.well-known/covisa">What this node says of itself</a> (JSON)</li>
<li><a href="/covisa/v1/log/checkpoint">The signed head of its public log</a> (text)</li>
</ul>
<h2>For the owner</h2>
<p>The node is running. Set-up and the desk come with the command line for now. On the machine where it runs:</p>
<pre><code>covisa status
covisa programme create
covisa member add
covisa check</code></pre>
<p class="small">Space id: <code>${escapeHtml(facts.space)}</code></p>`,
  );
}

/** `/join`: where an invitation to a programme leads. */
export function joinPage(name: string): string {
  return page(
    `Join a programme · ${name}`,
    `<h1>You are invited to a programme</h1>
<p class="lead">${escapeHtml(name)} invites your coworking space to a visa programme: your members may work free of charge in
its spaces for some days, and theirs in yours.</p>
<h2>What to do with this link</h2>
<ol>
<li>Copy the whole link from your browser's address line, with everything after the <code>#</code>.</li>
<li>On the machine where your own node runs, type:
<pre><code>covisa programme join "the link"</code></pre></li>
<li>Founders are in at once. Otherwise spaces of the programme endorse you first; usually two are needed.</li>
</ol>
<p>No node yet? A small computer in your space is enough: install Node.js and covisa, then run <code>npm start</code>.</p>
<p class="small">The link names the programme and who invites you. It holds no secret.</p>`,
  );
}

/** `/claim`: where a member's one-time link leads. */
export function claimPage(name: string): string {
  return page(
    `Your coworking visa · ${name}`,
    `<h1>Your coworking visa is ready</h1>
<p class="lead">${escapeHtml(name)} has made a visa for you. With it you can work in the partner spaces of your home space.</p>
<h2>What to do with this link</h2>
<ol>
<li>Copy the whole link from your browser's address line, with everything after the <code>#</code>.</li>
<li>Give it to your wallet. The wallet makes a key on your own device and claims the visa with it. With the command line:
<pre><code>covisa wallet claim "the link"</code></pre></li>
<li>At the desk of another space, show the code that the wallet presents. It is made fresh each time.</li>
</ol>
<p><strong>The link works once.</strong> Do not pass it on: who uses it first gets the visa. If it does not work any more, ask
your home space for a new one; the days that you have used stay counted, none are lost.</p>`,
  );
}
