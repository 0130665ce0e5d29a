import { markup, type Markup } from "./markup.ts";

/** The page's only style sheet: the reader's fonts, light or dark as the reader's system is. */
export const HTML_STYLE: Markup = markup`
:root {
  color-scheme: light dark;
  --ink: #1f2328; --paper: #ffffff; --faint: #59636e; --line: #d1d9e0; --good: #1a7f37; --bad: #cf222e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6edf3; --paper: #0d1117; --faint: #9198a1; --line: #3d444d; --good: #3fb950; --bad: #f85149;
  }
}
body { margin: 2rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1, h2, p, li, caption { overflow-wrap: anywhere; }
header p, header ul, footer ul, main p { max-width: 60rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding-bottom: 0.5rem; color: var(--faint); }
th, td { padding: 0.25rem 0.75rem; text-align: right; white-space: nowrap; border-bottom: 1px solid var(--line); }
th:first-child { position: sticky; left: 0; text-align: left; background: var(--paper); }
th[scope="row"] { max-width: 16rem; font-weight: normal; white-space: normal; overflow-wrap: anywhere; }
.strong { font-weight: bold; }
.faint { color: var(--faint); }
.good { color: var(--good); }
.bad { color: var(--bad); }
`;
