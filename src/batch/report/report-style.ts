/** The one style sheet of a report. */
export const REPORT_STYLE = `
:root {
  --paper: #fffdfa; --ink: #1d1c1a; --soft: #5e5a54; --rule: #ddd7cc; --tint: #f5f0e6; --link: #143f63;
  --error: #b3261e; --warning: #c98a1b; --used: #3f7d5c; --cost: #6b7fa3;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #16171a; --ink: #e8e5df; --soft: #a8a49c; --rule: #383a3f; --tint: #202226; --link: #a9cbe8; --error: #f0938b; --warning: #e3b45c; --used: #7fc29e; --cost: #93a8d0; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Helvetica, Arial, sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid; outline-offset: 2px; }
small, .note { color: var(--soft); font-size: .85rem; }
.figures { list-style: none; padding: 0; margin: 0; display: grid; gap: .15rem; }
.stop { border-inline-start: 4px solid var(--error); background: var(--tint); padding: .6rem 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th { text-align: start; font-size: .8rem; color: var(--soft); font-weight: 600; white-space: nowrap; }
th, td { padding: .5rem .9rem .5rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
td.draft { min-width: 16rem; overflow-wrap: anywhere; }
td.risk { font-size: 1.1rem; }
td.number { white-space: nowrap; text-align: end; }
td small { white-space: normal; }
.why { color: var(--ink); }
.trouble li { margin-bottom: .5rem; overflow-wrap: anywhere; }
svg { vertical-align: middle; }
.used { fill: var(--used); } .unused { fill: none; stroke: var(--soft); stroke-width: .6; stroke-dasharray: 2 1; }
.error { fill: var(--error); } .warning { fill: var(--warning); } .empty { fill: var(--rule); } .cost { fill: var(--cost); }
@media print { a { color: inherit; } }
`;
