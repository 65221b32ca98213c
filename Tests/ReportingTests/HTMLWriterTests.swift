import Reporting
import Testing

/// Expected markup follows the HTML Living Standard: sections 4.3 (headings), 4.9 (tables with
/// scopes), 13.1.2 (escaping).
@Suite("HTML writer") struct HTMLWriterTests {
  private func body(_ blocks: Block...) -> String { HTMLWriter().body(of: Document(blocks)) }

  @Test("a release is a page") func release() {
    #expect(
      HTMLWriter().body(of: SampleDocument.document) == """
        <header>
        <h1>Trade surplus of <span class="quantity">US$101.7 billion</span></h1>
        <p class="subtitle">Third quarter of 2024</p>
        </header>
        <p>Exports exceeded imports<sup class="mark" id="mark-1-1"><a href="#note-1">1</a></sup>, \
        as in each of the 12 quarters before, and the surplus was \
        <span class="quantity">US$101.7 billion</span>\
        <sup class="mark" id="mark-2-1"><a href="#note-2">2</a></sup>.</p>
        <h2>Partners</h2>
        <ul>
        <li><em>Asia</em> first</li>
        <li>2009. was another year</li>
        </ul>
        <ol>
        <li>one</li>
        <li>two</li>
        </ol>
        <figure class="table">
        <div class="scroll">
        <table>
        <caption>Table 1. Trade in goods, third quarter of 2024</caption>
        <thead>
        <tr>
        <td></td>
        <th scope="colgroup" colspan="2" class="group">Exports</th>
        <td></td>
        <td></td>
        </tr>
        <tr>
        <th scope="col">Partner</th>
        <th scope="col" class="figure">value</th>
        <th scope="col" class="figure">change on year</th>
        <th scope="col" class="figure">Imports</th>
        <th scope="col" class="figure">Balance</th>
        </tr>
        <tr class="units">
        <td></td>
        <td class="figure">US$ bn</td>
        <td class="figure">%</td>
        <td class="figure">US$ bn</td>
        <td class="figure">US$ bn</td>
        </tr>
        </thead>
        <tbody>
        <tr>
        <th scope="row">Asia</th>
        <td class="figure">52.0</td>
        <td class="figure">+4.3</td>
        <td class="figure">50.0</td>
        <td class="figure">+2.0</td>
        </tr>
        <tr>
        <th scope="row" style="--indent: 1">Japan</th>
        <td class="figure">38.4</td>
        <td class="figure">:<span aria-hidden="true">\u{2008}\u{2007}</span></td>
        <td class="figure">40.0\
        <sup class="mark" id="mark-1-2"><a href="#note-1">1</a></sup></td>
        <td class="figure">-1.6</td>
        </tr>
        <tr class="ruled">
        <th scope="row">United States</th>
        <td class="figure">140.8</td>
        <td class="figure">0.0</td>
        <td class="figure">41.1</td>
        <td class="figure">+99.7</td>
        </tr>
        <tr class="total">
        <th scope="row">World</th>
        <td class="figure">192.9</td>
        <td class="figure">+1.1</td>
        <td class="figure">91.1</td>
        <td class="figure">+101.7</td>
        </tr>
        </tbody>
        </table>
        </div>
        <p class="note"><code>:</code> = not available.</p>
        <p class="note">Source: customs.</p>
        </figure>
        <h3>Chart</h3>
        <pre>▁▂
          █</pre>
        <dl class="notes">
        <dt>Source</dt>
        <dd><a href="https://example.org/a_b">customs</a>, see <code>a.csv</code></dd>
        </dl>
        <footer class="footnotes">
        <ol>
        <li id="note-1">Provisional. <a href="#mark-1-1" aria-label="back to the text">↩</a></li>
        <li id="note-2">Seasonally adjusted. \
        <a href="#mark-2-1" aria-label="back to the text">↩</a></li>
        </ol>
        </footer>
        """)
  }

  @Test("nothing in a text becomes markup") func escaping() {
    #expect(
      body(.paragraph("a < b & \"c\" > <script>alert(1)</script>"))
        == "<p>a &lt; b &amp; &quot;c&quot; &gt; &lt;script&gt;alert(1)&lt;/script&gt;</p>")
    #expect(body(.verbatim("<b>\n& x")) == "<pre>&lt;b&gt;\n&amp; x</pre>")
    let note = Prose([.highlight("5%", Highlight(.wrong, "not \"5\""))])
    #expect(
      body(.paragraph(note))
        == "<p><mark class=\"wrong\" title=\"not &quot;5&quot;\">5%</mark></p>")
  }

  @Test(
    "an address leads to a page, never to a program",
    arguments: [
      ("https://example.org/?a=1&b=2", "https://example.org/?a=1&amp;b=2"),
      ("data.csv", "data.csv"), ("a/b:c", "a/b:c"), ("#part", "#part"),
      ("javascript:alert(1)", "#"), ("JavaScript:alert(1)", "#"), ("data:text/html,x", "#"),
    ])
  func addresses(_ address: String, _ expected: String) {
    #expect(
      body(.paragraph(Prose([.link("x", to: address)]))) == "<p><a href=\"\(expected)\">x</a></p>")
  }

  @Test("a page needs no other file, and every element is closed") func wholePage() {
    let chart = ChartTests.chart([1, nil, -3])
    let document = SampleDocument.document
    let page = HTMLWriter().write(
      Document(
        title: document.title, subtitle: document.subtitle, document.blocks + [.chart(chart)]))
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(page.hasSuffix("</html>\n"))
    #expect(page.contains("<title>Trade surplus of US$101.7 billion</title>"))
    for outside in ["src=", "url(", "@import", "<link", "<script", "http:"] {
      #expect(!page.contains(outside), "\(outside)")
    }
    #expect(Self.unclosed(page) == [])
  }

  @Test("words in colours are plain text elsewhere") func colours() {
    let prose: Prose = "rose \(.highlight("3.1%", Highlight(.right, "fits")))"
    #expect(TextWriter().write(Document([.paragraph(prose)])) == "rose 3.1%\n")
    #expect(MarkdownWriter().write(Document([.paragraph(prose)])) == "rose 3.1%\n")
    #expect(prose.plainText == "rose 3.1%")
  }

  /// Names of elements that are opened and not closed, or closed and not opened, in order.
  static func unclosed(_ page: String) -> [String] {
    var open: [String] = []
    var wrong: [String] = []
    var rest = page[...]
    while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      if tag.hasPrefix("!") || tag.hasSuffix("/") || name == "meta" { continue }
      if tag.hasPrefix("/") {
        if open.last == String(name) { open.removeLast() } else { wrong.append(String(name)) }
      } else {
        open.append(String(name))
      }
    }
    return wrong + open
  }
}
