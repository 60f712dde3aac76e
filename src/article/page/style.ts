/** The one style sheet of an article page: logical properties only, so that it serves both directions of writing. */
export const PAGE_STYLE = `
:root {
  --paper: #fffdfa; --ink: #1d1c1a; --soft: #5e5a54; --rule: #ddd7cc; --tint: #f5f0e6; --accent: #9a1f1f; --quote: #143f63;
  --serif: Charter, 'Bitstream Charter', 'Iowan Old Style', 'Source Serif 4', 'Noto Serif', Cambria, Georgia, serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Helvetica, Arial, sans-serif;
  --leading: 1.6; --tracking: .06em; --measure: 36rem;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #16171a; --ink: #e8e5df; --soft: #a8a49c; --rule: #383a3f; --tint: #202226; --accent: #f0938b; --quote: #a9cbe8; }
}
:root:lang(ar), :root:lang(fa), :root:lang(ur), :root:lang(ps), :root:lang(ckb) {
  --serif: 'Noto Naskh Arabic', 'Geeza Pro', 'Traditional Arabic', Amiri, 'Times New Roman', serif;
  --sans: 'Noto Sans Arabic', 'Geeza Pro', 'Segoe UI', Tahoma, system-ui, sans-serif;
  --leading: 1.9; --tracking: 0;
}
:root:lang(ja) {
  --serif: 'Hiragino Mincho ProN', 'Yu Mincho', 'Noto Serif CJK JP', 'Noto Serif JP', serif;
  --sans: 'Hiragino Sans', 'Yu Gothic', 'Noto Sans CJK JP', 'Noto Sans JP', system-ui, sans-serif;
  --leading: 1.9; --tracking: 0;
}
:root:lang(zh) { --serif: 'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', SimSun, serif; --leading: 1.85; --tracking: 0; }
:root:lang(zh-Hant), :root:lang(zh-TW), :root:lang(zh-HK) { --serif: 'Songti TC', 'Noto Serif CJK TC', 'Source Han Serif TC', PMingLiU, serif; }
:root:lang(ko) { --serif: 'AppleMyungjo', 'Noto Serif CJK KR', Batang, serif; --leading: 1.8; --tracking: 0; }
:root:lang(hi), :root:lang(mr), :root:lang(ne) { --serif: 'Noto Serif Devanagari', 'Kohinoor Devanagari', 'Nirmala UI', Mangal, serif; --leading: 1.8; --tracking: 0; }

*, ::before, ::after { box-sizing: border-box; }
html { font-size: clamp(1.0625rem, 1rem + .3vw, 1.1875rem); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-block-start: 1.5rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font-family: var(--serif); line-height: var(--leading); line-break: strict; overflow-wrap: break-word; }
main { padding: clamp(1.5rem, 5vw, 4rem) 1.25rem 4rem; }
main > *, article > * { max-inline-size: var(--measure); margin-inline: auto; }
article { max-inline-size: none; }
h1, h2, p, ul, ol, dl, figure, blockquote { margin: 0; padding: 0; }
h1, h2 { text-wrap: balance; word-break: auto-phrase; line-height: 1.25; }
a { color: inherit; text-decoration-color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .2em; }
a:hover { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
[hidden] { display: none !important; }

.kicker { margin-block-end: .75rem; font: 600 .8rem/1.4 var(--sans); letter-spacing: var(--tracking); text-transform: uppercase; color: var(--accent); }
h1 { font-size: clamp(1.8rem, 1.25rem + 2.7vw, 3rem); font-weight: 700; line-height: 1.14; letter-spacing: min(0em, var(--tracking) * -.2); hyphens: auto; }
.deck { margin-block-start: 1rem; font-size: 1.2rem; line-height: 1.5; color: var(--soft); text-wrap: balance; word-break: auto-phrase; }
.facts { display: flex; flex-wrap: wrap; gap: .1rem .6rem; margin-block-start: 1.5rem; padding-block-start: .9rem; border-block-start: 1px solid var(--rule); font: .8rem/1.5 var(--sans); color: var(--soft); }
.facts > :not(:last-child)::after, .about > :not(:last-child)::after { content: '·'; margin-inline-start: .6rem; }
.disclosure { margin-block-start: .35rem; font: .8rem/1.5 var(--sans); color: var(--soft); }
.disclosure a { display: inline-block; }
.disclosure strong { margin-inline-end: .4rem; font-weight: 600; color: var(--ink); }

.corrections, .key-points { margin-block-start: 1.75rem; padding: 1rem 1.25rem; font-family: var(--sans); font-size: .9rem; line-height: 1.55; background: var(--tint); }
.corrections { border-inline-start: 3px solid var(--accent); }
.corrections h2, .key-points h2 { margin-block-end: .4rem; font-size: .8rem; letter-spacing: var(--tracking); }
.key-points ul { padding-inline-start: 1.1rem; }
.key-points li + li { margin-block-start: .35rem; }
.key-points li::marker { color: var(--accent); }
.image { margin-block-start: 1.75rem; }
.image img { display: block; inline-size: 100%; block-size: auto; }
.image figcaption { margin-block-start: .4rem; font: .75rem/1.4 var(--sans); color: var(--soft); }

.player { margin-block-start: 1.75rem; }
.watch { display: flex; align-items: center; gap: 1rem; padding: .9rem 1.1rem; border: 1px solid var(--rule); border-radius: 4px; font: .85rem/1.45 var(--sans); text-decoration: none; }
.watch:hover { border-color: var(--accent); color: inherit; }
.watch .action, .watch .title, .watch .about { display: block; }
.watch .action { font-size: .75rem; color: var(--accent); font-weight: 600; }
.watch .title { font-weight: 600; }
.watch .about { display: flex; flex-wrap: wrap; gap: 0 .6rem; font-size: .75rem; color: var(--soft); }
.disc { flex: none; display: grid; place-items: center; inline-size: 2.6rem; block-size: 2.6rem; border-radius: 50%; background: var(--accent); }
.disc::before { content: ''; inline-size: .8rem; block-size: .95rem; translate: .1rem; background: var(--paper); clip-path: polygon(0 0, 100% 50%, 0 100%); }
iframe { display: block; inline-size: 100%; aspect-ratio: 16 / 9; min-block-size: 200px; border: 0; background: #000; }

.columns { margin-block-start: 2rem; }
.contents { font: .85rem/1.45 var(--sans); color: var(--soft); }
.contents summary { cursor: pointer; font-weight: 600; }
.contents ol { margin-block-start: .6rem; padding: 0; list-style: none; }
.contents li + li { margin-block-start: .45rem; }
.contents a { text-decoration: none; }
.contents a:hover { text-decoration: underline; }
.text { margin-block-start: 1.75rem; }
.text h2 { margin-block: 2.4rem .7rem; font-size: 1.28rem; }
.text .body-headline { margin-block: 0 1rem; font-size: 1.5rem; }
.text p { text-wrap: pretty; hanging-punctuation: first allow-end; }
.text p + p, .text p + figure, .text figure + p, .text figure + figure { margin-block-start: 1.1rem; }
.dateline { font-family: var(--sans); font-size: .82em; font-weight: 600; letter-spacing: var(--tracking); }
q { quotes: none; color: var(--quote); }
.voice, .role, .range { color: var(--soft); }
.sentence:has(.mark:hover), .sentence:has(.mark:focus-visible), .sentence.is-shown { background: var(--tint); box-shadow: 0 0 0 .12em var(--tint); }

.mark { padding: .35em .12em .35em .22em; margin-inline-end: -.12em; white-space: nowrap; text-decoration: none; color: var(--accent); }
:root:lang(ja) .mark, :root:lang(zh) .mark { margin-inline: -.4em .1em; }
.mark::before { content: '\\2060'; }
.mark::after { content: ''; display: inline-block; inline-size: .42em; block-size: .5em; vertical-align: .3em; background: currentColor; opacity: .6; clip-path: polygon(0 0, 100% 50%, 0 100%); }
.mark-words::after { inline-size: .42em; block-size: .42em; clip-path: circle(); }
.mark:hover::after, .mark:focus-visible::after, .is-shown .mark::after { opacity: 1; }

.text .quotation { margin-block: 1.6rem; padding-inline-start: 1.25rem; border-inline-start: 3px solid var(--accent); }
.quotation blockquote { font-size: 1.2rem; line-height: calc(var(--leading) - .1); text-wrap: balance; }
.quotation blockquote p { text-wrap: inherit; }
.quotation figcaption { margin-block-start: .4rem; font: .8rem/1.5 var(--sans); }
.passage { padding-inline-start: 1.25rem; border-inline-start: 2px solid var(--rule); }
.passage figcaption { margin-block-end: .15rem; font: .8rem/1.5 var(--sans); }
.clock { font: .9em/1.5 var(--sans); font-variant-numeric: tabular-nums; color: var(--soft); }

article > footer { margin-block-start: 3rem; padding-block-start: 1rem; border-block-start: 1px solid var(--rule); font: .85rem/1.55 var(--sans); }
details > summary { inline-size: fit-content; padding-block: .25rem; }
#method { margin-block-start: .75rem; }
#method summary { cursor: pointer; font-weight: 600; }
#method h2 { margin-block: 1.5rem .4rem; font-size: .9rem; }
#method ul { padding-inline-start: 1.1rem; }
#method dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; margin-block-start: 1rem; }
#method dt { color: var(--soft); }
#method dd { margin: 0; min-inline-size: 0; }
code { font: .85em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, 'Noto Sans Mono', monospace; overflow-wrap: anywhere; }
.units { list-style: none; }
.units li { padding-block: .45rem; border-block-start: 1px solid var(--rule); }
.units li:target { background: var(--tint); }
.units .clock, .words .clock { margin-inline-end: .4em; }
#comments { margin-block-start: 2.5rem; }
#comments h2 { font-size: 1.28rem; }
#comments:not(:has(.slot > *)) { display: none; }

#evidence { position: fixed; z-index: 1; inset-block-end: 0; inset-inline: 0; max-inline-size: 40rem; max-block-size: 70dvh; margin-inline: auto; overflow: auto; padding: .75rem 1.25rem 1rem; background: var(--paper); border-block-start: 3px solid var(--accent); box-shadow: 0 0 2rem rgb(0 0 0 / .25); font: .85rem/1.55 var(--sans); }
#evidence:focus { outline: none; }
#evidence .bar { display: flex; align-items: center; gap: .6rem; }
#evidence h2 { font-size: .85rem; }
#evidence .words { list-style: none; }
#evidence .words li + li { margin-block-start: .6rem; }
#evidence .screen:not(:empty) { margin-block: .35rem .75rem; }
#evidence p { margin-block-start: .6rem; }
.close { margin-inline-start: auto; inline-size: 2.25rem; block-size: 2.25rem; margin-inline-end: -.5rem; border: 0; background: none; color: inherit; cursor: pointer; font: 1.4rem/1 var(--sans); }
.close::before { content: '\\00d7'; }

@media (min-width: 80rem) {
  #evidence { inset-block-end: 1rem; inset-inline: auto 1rem; inline-size: clamp(14rem, (100vw - var(--measure)) / 2 - 2rem, 24rem); max-inline-size: none; padding-inline: 1rem; border: 1px solid var(--rule); border-block-start: 3px solid var(--accent); border-radius: 4px; }
  article > .columns { max-inline-size: none; display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, var(--measure)) minmax(0, 1fr); }
  .columns > nav { position: sticky; inset-block-start: 2rem; align-self: start; justify-self: end; inline-size: 11rem; margin-inline-end: 2.5rem; }
  .columns > .text { grid-column: 2; margin-block-start: 0; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --tint: transparent; --accent: #000; --quote: #000; color-scheme: light; }
  @page { margin: 20mm 18mm; }
  html { font-size: 10.5pt; }
  main { padding: 0; }
  h1 { font-size: 22pt; }
  .player, nav, #evidence, #comments, .disclosure a, .age, .passages:has(.clock) { display: none; }
  .corrections, .key-points { padding-inline: 0 0; border: 0; }
  h1, h2, figcaption { break-after: avoid; }
  p, li, figure { orphans: 3; widows: 3; }
  .mark { padding: 0 .1em; margin: 0; }
  .mark::after { content: attr(data-clock); inline-size: auto; block-size: auto; clip-path: none; background: none; opacity: 1; font: .62em/1 var(--sans); color: #444; vertical-align: super; }
  .source a::after { content: ' ' attr(href); overflow-wrap: anywhere; }
  .units li, .quotation, .passage { break-inside: avoid; }
}
`;
