/// The style of a page: one column of text, tables as releases print them, colours with enough
/// contrast on light and on dark screens, black on paper.
enum HTMLStyle {
  static let sheet = """
    :root {
      color-scheme: light dark;
      --text: #1b1f24; --soft: #57606a; --rule: #8c959f; --faint: #d8dee4; --page: #ffffff;
      --link: #0550ae; --s1: #0b5cad; --s2: #b3470e; --s3: #b9c6d3;
      --right: #d5f0dd; --wrong: #ffd3cf; --open: #e7ebef;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --text: #e6edf3; --soft: #9da7b1; --rule: #6e7781; --faint: #30363d; --page: #0d1117;
        --link: #79b8ff; --s1: #6cb6ff; --s2: #f69d50; --s3: #3d4a58;
        --right: #12482a; --wrong: #7a231d; --open: #343b43;
      }
    }
    body { margin: 0; background: var(--page); color: var(--text);
      font: 16px/1.55 "Liberation Sans", Arial, Helvetica, sans-serif; }
    main { max-width: 54rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
    h1 { font-size: 1.75rem; line-height: 1.2; margin: 1rem 0 .25rem; }
    h2 { font-size: 1.25rem; margin: 2.25rem 0 .5rem; padding-top: .75rem;
      border-top: 1px solid var(--faint); }
    h3, h4, h5, h6 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
    p, ul, ol, dl { margin: .6rem 0; }
    li { margin: .3rem 0; }
    a { color: var(--link); }
    .subtitle { color: var(--soft); margin: 0 0 1rem; }
    .quantity { white-space: nowrap; font-variant-numeric: tabular-nums; }
    code, pre { font-family: "Liberation Mono", Consolas, monospace; font-size: .9em; }
    code { overflow-wrap: anywhere; }
    pre { overflow-x: auto; line-height: 1.3; }
    figure { margin: 1.5rem 0; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.3;
      font-variant-numeric: tabular-nums; border-bottom: 1px solid var(--rule); }
    caption, figcaption { text-align: left; font-weight: bold; padding-bottom: .4rem;
      font-size: 1rem; }
    th, td { padding: .22rem .5rem; text-align: left; font-weight: normal; vertical-align: bottom; }
    th[scope="row"] { padding-left: calc(.5rem + 1.1rem * var(--indent, 0)); }
    thead { border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule); }
    thead th { font-weight: bold; }
    th.group { text-align: center; box-shadow: inset 0 -1px var(--faint); }
    .units td { color: var(--soft); padding-top: 0; }
    .figure { text-align: right; white-space: nowrap; position: relative; padding-right: 1rem; }
    thead th.figure { white-space: normal; }
    td.figure sup { position: absolute; }
    tr.total th, tr.total td { font-weight: bold; border-top: 1px solid var(--rule); }
    tr.ruled th, tr.ruled td { border-top: 1px solid var(--faint); }
    tbody tr:hover { background: color-mix(in srgb, var(--faint) 45%, transparent); }
    .note { color: var(--soft); font-size: .85rem; margin: .3rem 0; }
    sup.mark { font-size: .7em; line-height: 0; }
    sup.mark a { text-decoration: none; padding: 0 .1em; }
    mark { color: inherit; border-radius: .2em; padding: .05em .15em; }
    mark.right { background: var(--right); }
    mark.wrong { background: var(--wrong); text-decoration: underline wavy 1px; }
    mark.open { background: var(--open); }
    dl.notes { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1rem;
      font-size: .9rem; }
    dl.notes dt { font-weight: bold; }
    dl.notes dd { margin: 0; overflow-wrap: anywhere; }
    .footnotes { border-top: 1px solid var(--rule); margin-top: 2.5rem; font-size: .85rem; }
    svg { width: 100%; height: auto; font-size: 13px; }
    svg text { fill: var(--text); }
    svg .tick, svg .unit { fill: var(--soft); }
    svg .tick { text-anchor: end; }
    svg .place { text-anchor: middle; }
    svg .grid { stroke: var(--faint); }
    svg .zero { stroke: var(--rule); }
    svg .line { fill: none; stroke-width: 2.5; stroke-linejoin: round; }
    svg .line.s1 { stroke: var(--s1); } svg .line.s2 { stroke: var(--s2); }
    svg .line.s3 { stroke: var(--s3); } svg .line.going-on { stroke-dasharray: 7 4; }
    svg .band { fill-opacity: .2; stroke-opacity: .5; }
    svg .band.s1 { fill: var(--s1); stroke: var(--s1); }
    svg .band.s2 { fill: var(--s2); stroke: var(--s2); }
    svg .band.s3 { fill: var(--s3); stroke: var(--s3); }
    svg .point.s1, svg .bar.s1 { fill: var(--s1); }
    svg .point.s2, svg .bar.s2 { fill: var(--s2); }
    svg .point.s3, svg .bar.s3 { fill: var(--s3); }
    @media print {
      :root { --text: #000; --soft: #333; --rule: #777; --faint: #ccc; --page: #fff; --link: #000;
        --s1: #0b5cad; --s2: #b3470e; --s3: #b9c6d3;
        --right: #d5f0dd; --wrong: #ffd3cf; --open: #e7ebef; }
      main { max-width: none; padding: 0; }
      h2, figure, tr { break-inside: avoid; } h2 { break-after: avoid; }
    }
    @media (max-width: 34rem) { dl.notes { display: block; } dl.notes dd { margin-bottom: .5rem; } }
    """
}
