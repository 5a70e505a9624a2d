/**
 * Reports on claims: what they hold, that nothing of a draft or a source can act in them, and how passages are cut.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createChecker } from "../../../server/src/library.ts";
import { printReport, type ReportInput } from "../../../server/src/service/reporting/index.ts";
import { piecesOf } from "../../../server/src/service/reporting/passages.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const RELEASE = `---
title: Night ferry to start in June
publisher: Ports Authority
published: 2024-02-02
url: https://ports.example/night-ferry
---

# Night ferry

The night ferry carries **300 passengers** and starts on 4 June 2024. The terminal cost 31 million euros.

“We will not raise the fare this year,” said Ada Brandt, director of the Ports Authority.
`;

const BRIEF = `---
title: The night ferry
date: 2024-02-10
---

# The night ferry

## Dates

The night ferry starts on **14 June 2024**.[^a] The terminal cost 31 million euros.

We counted 4,417 bicycles at the pier.

[^a]: Ports Authority, “Night ferry to start in June”.
`;

function inputOf(brief: string, release: string, extra: Partial<ReportInput> = {}): ReportInput {
  const checker = createChecker({ builtin: false });
  checker.setSource({ uri: "sources/release.md", text: release });
  const report = checker.check({ uri: "brief.md", text: brief });
  const sources = checker.sources().map((info) => ({
    info,
    name: info.uri,
    text: release,
    extract: () => checker.extract(info.uri),
  }));
  const drafts = [{ report, text: brief, name: "brief.md" }];
  return { drafts, sources, unread: [], day: "2024-02-11", version: "1.2.3", ...extra };
}

/** What a reader sees of a page, on one line. */
function seen(page: string): string {
  return page
    .replace(/<style>[\s\S]*<\/style>/, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, " ");
}

describe("a report", () => {
  const input = inputOf(BRIEF, RELEASE);
  const page = printReport(input, "html");
  const text = seen(page);

  it("shows a contradicted claim with both sides, the source and the citation", () => {
    expect(page).toContain("starts on <mark>14 June 2024</mark>.");
    expect(page).toContain("starts on <mark>4 June 2024</mark>.");
    expect(text).toContain("Ports Authority, “Night ferry to start in June”, 2 February 2024");
    expect(page).toContain('<a href="https://ports.example/night-ferry" rel="noopener noreferrer">');
    expect(text).toContain("Cited in the sentence: [^a]");
    expect(text).toContain("Proposed: Change to “4 June 2024”");
    expect(text).toContain("Dates › line 10");
  });

  it("sums up, and lists what has no source and which facts are not used", () => {
    expect(text).toMatch(/1 claim to settle, \d claims? without a source/);
    expect(text).toMatch(/Without a source \(\d\).*4,417/);
    expect(text).toMatch(/Facts not used \(1\).*We will not raise the fare/);
    expect(text).toMatch(/Sources \(1\).*sources\/release\.md/);
  });

  it("says that a sentence of which part is supported has to be settled all the same", () => {
    const both = inputOf(BRIEF.replace("starts on", "carries 300 passengers and starts on"), RELEASE);
    expect(seen(printReport(both, "html"))).toMatch(/Supported.*The same sentence has to be settled: No\. 1/);
    expect(printReport(both, "markdown")).toContain("**The same sentence has to be settled: No. 1**");
  });

  it("says on which side each source is where they disagree", () => {
    const draft = "The city council closed the northern bridge to lorries in May.\n";
    const both = inputOf(draft, draft);
    const checker = createChecker({ builtin: false });
    checker.setSource({ uri: "a.md", text: draft, title: "Notice" });
    checker.setSource({
      uri: "b.md",
      text: draft.replace("city council", "transport ministry"),
      title: "Wire",
    });
    const report = checker.check({ uri: "brief.md", text: draft });
    const drafts = [{ report, text: draft, name: "brief.md" }];
    expect(seen(printReport({ ...both, drafts }, "html"))).toMatch(
      /Source 1 of 2: agrees with the draft.*Source 2 of 2: says otherwise/,
    );
    const text = printReport({ ...both, drafts }, "markdown");
    expect(text).toContain("> Source (agrees with the draft): “The city council closed");
    expect(text).toContain("> Source (says otherwise): “The transport ministry closed");
  });

  it("gives an accepted finding its reason, and does not count it", () => {
    const brief = BRIEF.replace(
      "\nThe night ferry starts",
      "\n<!-- claimcheck-ignore date-mismatch: moved by decree -->\nThe night ferry starts",
    );
    const shown = seen(printReport(inputOf(brief, RELEASE), "html"));
    expect(shown).toMatch(/Accepted by the writer \(1\).*Reason: moved by decree/);
    expect(shown).toContain("No source contradicts a claim");
  });

  it("says first which sources were not read", () => {
    const shown = seen(printReport({ ...input, unread: ["scan.pdf: a scan without text."] }, "html"));
    expect(shown.indexOf("scan.pdf: a scan without text.")).toBeGreaterThan(0);
    expect(shown.indexOf("scan.pdf")).toBeLessThan(shown.indexOf("To settle"));
  });

  it("needs nothing but itself", () => {
    expect(page).not.toMatch(/<(?:script|img|link|iframe|object|svg|base)\b|@import|url\(/i);
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(page).toContain("@media print");
  });

  it("has the same in Markdown, and is not checked as a draft itself", () => {
    const markdown = printReport(input, "markdown");
    expect(markdown).toContain("> Draft: “The night ferry starts on **14 June 2024**.”");
    expect(markdown).toContain(
      "> Ports Authority, “Night ferry to start in June”, 2 February 2024, <https://ports.example/night-ferry> (sources/release.md, line 10)",
    );
    const checker = createChecker({ builtin: false });
    checker.setSource({ uri: "a.md", text: RELEASE });
    const { claims } = checker.check({ uri: "report.md", text: markdown });
    expect(claims.filter(({ code }) => code !== null)).toEqual([]);
  });
});

const HOSTILE = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '"><a href="javascript:alert(1)">x</a>',
  "</style></blockquote></main>",
  "<!-- --> <b>bold</b> &lt;i&gt; &#60;u&#62;",
  "\u202Etxt.exe\u2066",
  "| a | b |",
  "`code` **bold** ![x](http://evil.example/x.png) http://evil.example",
];

describe("hostile text", () => {
  it.each(HOSTILE)("stays text: %s", (words) => {
    const brief = BRIEF.replace("starts on", `(${words}) starts on`)
      .replace("## Dates", `## Dates ${words}`)
      .replace("The night ferry\ndate", `${JSON.stringify(words)}\ndate`);
    const release = RELEASE.replace("Ports Authority\npub", `${JSON.stringify(words)}\npub`)
      .replace("starts on", `${words} starts on`)
      .replace("https://ports.example/night-ferry", "javascript:alert(1)");
    const input = inputOf(brief, release, { unread: [words] });
    const page = printReport(input, "html");
    const tags = new Set(
      [...page.replace(/<style>[\s\S]*?<\/style>/, "").matchAll(/<([a-z0-9]+)/gi)].map(([, tag]) => tag),
    );
    expect(
      [...tags].filter(
        (tag) =>
          !/^(?:html|head|meta|title|body|header|main|footer|section|article|div|p|h[1-3]|ul|li|b|br|bdi|blockquote|mark|cite|span|strong|a|code|table|thead|tbody|tr|th|td)$/.test(
            tag!,
          ),
      ),
    ).toEqual([]);
    expect(page).not.toMatch(/href="(?!#claim-|https?:)/);
    expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    const document = readMarkdown(printReport(input, "markdown"));
    expect(document.comments.filter(({ text }) => !text.startsWith("claimcheck-ignore-file"))).toEqual([]);
    expect(
      document.blocks
        .flatMap(({ marks }) => marks)
        .filter(({ kind, target }) => kind !== "link" || /evil|javascript/.test(target)),
    ).toEqual([]);
  });

  it("of any sort neither breaks the report nor gets out of it", () => {
    const input = inputOf(BRIEF, RELEASE);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (words) => {
        const page = printReport(
          { ...input, unread: [words], drafts: [{ ...input.drafts[0]!, name: words }] },
          "html",
        );
        const opened = page.match(/<(?:li|bdi|p)\b/g)?.length;
        expect(page.match(/<\/(?:li|bdi|p)>/g)?.length).toBe(opened);
        expect(page).not.toMatch(/\p{Cs}/u);
      }),
      { numRuns: 30 },
    );
  });
});

describe("a passage", () => {
  it("is cut without its markup, wherever the marks stand", () => {
    const text = "- It **opens** on [4 *May*](x.md), they said.\n";
    const document = readMarkdown(text);
    const at = text.indexOf("4 *May");
    const pieces = piecesOf(document, { start: 2, end: text.length - 1 }, [{ start: at, end: at + 6 }]);
    expect(pieces.map(({ text: part, marked }) => (marked ? `<${part}>` : part)).join("")).toBe(
      "It opens on <4 May>, they said.",
    );
  });

  it("keeps all its characters, whatever is marked", () => {
    const text = "It **opens** on 4 *May* 2024 &amp; closes in `June`.\n";
    const document = readMarkdown(text);
    const offset = fc.nat(text.length);
    fc.assert(
      fc.property(fc.array(fc.tuple(offset, offset)), (pairs) => {
        const marks = pairs.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
        const pieces = piecesOf(document, { start: 0, end: text.length - 1 }, marks);
        expect(pieces.map((piece) => piece.text).join("")).toBe("It opens on 4 May 2024 & closes in ….");
      }),
    );
  });
});
