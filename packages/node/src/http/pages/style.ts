/** The pages' style: the system's fonts and colours, light and dark. */

/** `/style.css` */
export const STYLE = `:root {
  color-scheme: light dark;
  --ink: #1d2330; --paper: #fbfaf7; --soft: #5b6372; --line: #dcd8cf; --accent: #0b6e5a;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9e7e1; --paper: #171a20; --soft: #a4abb8; --line: #343a46; --accent: #6fd3bb; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; }
main, footer { max-width: 42rem; margin: 0 auto; padding: 2.5rem 1.25rem 1rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 1rem; text-wrap: balance; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
.lead { font-size: 1.2rem; }
a { color: var(--accent); }
li { margin: .4rem 0; }
li > a { display: inline-block; padding: .5rem 0; }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
pre { border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; overflow-x: auto; }
.small, footer { color: var(--soft); font-size: .9rem; }
footer { border-top: 1px solid var(--line); padding-top: 1rem; margin-top: 2rem; }
`;
