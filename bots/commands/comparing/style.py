"""The style of the report: light or dark as its reader's device, rows as cards where there is little room."""

from typing import Final

STYLE: Final = """
:root { color-scheme: light dark; --ink: #1c1c1e; --quiet: #6b6b70; --rule: #d8d8dc; --page: #ffffff; --box: #f5f5f7; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f2f2f4; --quiet: #a1a1a8; --rule: #3a3a3e; --page: #1b1b1d; --box: #262629; }
}
body { font: 16px/1.6 system-ui, -apple-system, "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic", sans-serif;
  color: var(--ink); background: var(--page); max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; }
.verdict { background: var(--box); border-radius: .5rem; padding: .8rem 1rem; }
.verdict p { margin: 0 0 .4rem; } .verdict p:first-child { font-weight: 600; }
.quiet { color: var(--quiet); font-size: .9rem; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1rem; font-size: .9rem; }
dt { color: var(--quiet); } dd { margin: 0; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: .4rem .7rem; border-bottom: 1px solid var(--rule); }
th:first-child, td:first-child { text-align: left; }
figure { margin: 1.5rem 0; } figcaption { font-weight: 600; margin-bottom: .3rem; }
.bar { display: grid; grid-template: "name track value" / minmax(0, 11rem) minmax(0, 1fr) 4.5rem; gap: 0 .7rem;
  align-items: center; padding: .15rem 0; font-variant-numeric: tabular-nums; }
.bar b { grid-area: name; font-weight: 400; } .bar span { grid-area: value; text-align: right; }
.bar div { grid-area: track; position: relative; height: 1.1rem; background: var(--box); border-radius: .2rem; }
.bar i { position: absolute; left: 0; top: 0; bottom: 0; min-width: 2px; border-radius: .2rem; }
.bar i.dot { bottom: auto; top: .2rem; width: .7rem; height: .7rem; margin-left: -.35rem; border-radius: 50%;
  opacity: .6; }
.side { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); gap: 1rem; }
.side section { background: var(--box); border-radius: .5rem; padding: .8rem 1rem; min-width: 0; }
.side h3 { font-size: 1rem; margin: 0; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: .5rem 0 0; }
details { border-bottom: 1px solid var(--rule); padding: .6rem 0; } summary { cursor: pointer; }
section details { border: 0; padding: .3rem 0; }
@media (max-width: 40rem) {
  dl { grid-template-columns: minmax(0, 1fr); } dd { margin-bottom: .4rem; }
  thead { display: none; } tr { display: block; padding: .6rem 0; border-bottom: 1px solid var(--rule); }
  td { display: flex; justify-content: space-between; gap: 1rem; padding: .1rem 0; border: 0; }
  td::before { content: attr(data-name); color: var(--quiet); }
  td:first-child { font-weight: 600; } td:first-child::before { content: none; }
  .bar { grid-template: "name value" "track track" / minmax(0, 1fr) auto; }
}
"""
