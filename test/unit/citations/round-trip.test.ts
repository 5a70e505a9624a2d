/**
 * Inserting, converting and removing citations: whatever is done in between, the draft's other text is the same byte for
 * byte.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convertCitations, removeCitations } from "../../../server/src/service/citations/convert.ts";
import { citationsIn } from "../../../server/src/service/citations/found.ts";
import { insertCitations } from "../../../server/src/service/citations/insert.ts";
import {
  CITATION_STYLES,
  type CitationContext,
  type CitationStyle,
} from "../../../server/src/service/citations/types.ts";
import type { Evidence } from "../../../server/src/service/report.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";
import { EVIDENCE, edited } from "../service/claims.ts";
import { after, bibliography, CONTEXT, LIBRARY, ON_PAGE, WITH_LIBRARY } from "./support.ts";

interface State {
  readonly text: string;
  readonly context: CitationContext;
}

function insertAll(
  { text, context }: State,
  style: CitationStyle,
  cited: readonly (readonly [string, Evidence])[],
): State {
  const wanted = cited.map(([words, evidence]) => {
    const start = text.indexOf(words);
    return { claim: { start, end: start + words.length }, evidence };
  });
  const change = insertCitations(readMarkdown(text), wanted, style, context);
  return { text: edited(text, change.edits), context: after(context, change) };
}

function convert({ text, context }: State, style: CitationStyle): State {
  const change = convertCitations(readMarkdown(text), style, context);
  return { text: edited(text, change.edits), context: after(context, change) };
}

function remove({ text, context }: State): string {
  return edited(text, removeCitations(readMarkdown(text), context).edits);
}

describe("each style", () => {
  const text = "The quay opens on 4 March. It cost the fund 31 ports!\n";
  const cited = [
    ["4 March", EVIDENCE],
    ["31 ports", ON_PAGE],
  ] as const;
  const written: Record<CitationStyle, string> = {
    footnote: `The quay opens on 4 March.[^harbour-office-2024] It cost the fund 31 ports![^ports-authority-2023]

[^harbour-office-2024]: Harbour Office, “Quay opens in spring”, 18 February 2024, https://harbour.example.org/news/quay.
[^ports-authority-2023]: Ports Authority, “Annual report & accounts: 100% of the quays”, 2023, p. 12.
`,
    pandoc: "The quay opens on 4 March [@harbour]. It cost the fund 31 ports [@ports2023annual, p. 12]!\n",
    link: "The quay opens on 4 March ([Harbour Office](https://harbour.example.org/news/quay#:~:text=The%20quay%20opens%20on%204%20March.)). It cost the fund 31 ports ([Ports Authority, p. 12](../sources/annual%20%282023%29.pdf#page=12))!\n",
  };

  it.each(CITATION_STYLES)("%s is written, found again, and taken out", (style) => {
    const state = insertAll({ text, context: WITH_LIBRARY }, style, cited);
    expect(state.text).toBe(written[style]);
    const { citations, others } = citationsIn(readMarkdown(state.text), state.context);
    expect(citations.map((one) => [one.style, one.references[0]?.source.source])).toEqual([
      [style, EVIDENCE.source],
      [style, ON_PAGE.source],
    ]);
    expect(citations[1]?.references[0]?.locator).toBe("p. 12");
    expect(others).toBe(0);
    expect(remove(state)).toBe(text);
  });

  it.each(CITATION_STYLES)("%s comes of each other style, with its locator", (style) => {
    for (const other of CITATION_STYLES) {
      const state = convert(insertAll({ text, context: WITH_LIBRARY }, other, cited), style);
      expect(state.text.replace(/#:~:text=[^)]*/, "")).toBe(written[style].replace(/#:~:text=[^)]*/, ""));
    }
  });

  it("writes an entry into the bibliography once, in the file's own format", () => {
    const libraries = [
      bibliography(LIBRARY),
      bibliography(
        '[\n  {"id": "harbour", "URL": "https://harbour.example.org/news/quay"}\n]\n',
        "csl-json",
        "refs.json",
      ),
      bibliography(
        "references:\n  - id: harbour\n    URL: https://harbour.example.org/news/quay\n",
        "csl-yaml",
        "refs.yaml",
      ),
      bibliography("", "csl-yaml", "refs.yaml"),
      bibliography("[]", "csl-json", "refs.json"),
    ];
    for (const library of libraries) {
      const context = { ...CONTEXT, bibliographies: [library] };
      const state = insertAll({ text, context }, "pandoc", cited);
      const again = insertAll(
        { text: `${state.text}\nAnd so 31 more.\n`, context: state.context },
        "pandoc",
        [["31 more", ON_PAGE]],
      );
      const entries = again.context.bibliographies[0]!.entries;
      expect(entries.filter(({ key }) => key === "ports2023annual")).toEqual([
        {
          key: "ports2023annual",
          title: "Annual report & accounts: 100% of the quays",
          authors: ["Ports Authority"],
          published: "2023",
          files: ["sources/annual (2023).pdf"],
        },
      ]);
      const before = library.text
        .trim()
        .replace(/^\[|\]$/g, "")
        .trim();
      expect(again.context.bibliographies[0]!.text).toContain(before);
      expect(again.text).toContain("And so 31 more [@ports2023annual, p. 12].");
    }
  });

  it("begins a bibliography where there is none and one may be made", () => {
    const context = { ...CONTEXT, newBibliography: "references.bib" };
    const change = insertCitations(
      readMarkdown(text),
      [{ claim: { start: 0, end: 8 }, evidence: EVIDENCE }],
      "pandoc",
      context,
    );
    expect(change.bibliography).toMatchObject({ uri: "references.bib", isNew: true });
    expect(
      insertCitations(
        readMarkdown(text),
        [{ claim: { start: 0, end: 8 }, evidence: EVIDENCE }],
        "pandoc",
        CONTEXT,
      ).edits,
    ).toEqual([]);
  });
});

describe("what says more than a source stays", () => {
  it.each([
    "Text.[^1]\n\n[^1]: The minister told us on the phone; see Quay opens in spring.\n",
    "Text [see @harbour, and others].\n",
    "Text [@unknown2020].\n",
    "Text [@harbour; @unknown2020].\n",
    "The [quay opens](https://harbour.example.org/news/quay) on 4 March.\n",
    "Text (see [Quay opens](https://harbour.example.org/news/quay)).\n",
    "Text ([Other](https://other.example.org/)).\n",
    "```\nText [@harbour].\n```\n",
  ])("%j", (text) => {
    for (const style of CITATION_STYLES) {
      const { edits } = convertCitations(readMarkdown(text), style, WITH_LIBRARY);
      expect(edited(text, edits)).toBe(text);
    }
  });

  it("and is counted", () => {
    const text = "One [@harbour]. Two [@unknown2020]. Three [see @harbour].\n";
    const { converted, kept } = convertCitations(readMarkdown(text), "footnote", WITH_LIBRARY);
    expect([converted, kept]).toEqual([1, 2]);
  });

  it("a footnote that is used elsewhere keeps its definition", () => {
    const text = "| a |\n| - |\n| [^1] |\n\nText.[^1]\n\n[^1]: “Quay opens in spring”.\n";
    const { edits } = convertCitations(readMarkdown(text), "pandoc", WITH_LIBRARY);
    expect(edited(text, edits)).toBe(text.replace("Text.[^1]", "Text [@harbour]."));
  });
});

describe("a footnote's mark", () => {
  const cite = (text: string) =>
    insertAll({ text, context: WITH_LIBRARY }, "footnote", [["4 March", EVIDENCE]]);

  it.each([
    "So it says, 4 March, on https://a.example/x.\n",
    "(4 March: www.a.example)\n",
    "Told on 4 March: https://a.example/x_(y)\n\nMore.\n",
  ])("keeps a blank from a bare address, which would take it in: %j", (text) => {
    const state = cite(text);
    expect(state.text).toContain(" [^harbour-office-2024]");
    expect(count(state, "footnote")).toBe(1);
    expect(cite(state.text).text).toBe(state.text);
    for (const style of CITATION_STYLES)
      expect(convert(convert(state, style), "footnote").text).toBe(state.text);
    expect(remove(state)).toBe(text);
  });

  it.each([
    "On 4 March [it](https://a.example/x).\n",
    "On 4 March <https://a.example/x>.\n",
    "On 4 March `https://a.example`.\n",
    "See https://a.example/x on 4 March.\n",
  ])("keeps none from other words: %j", (text) => {
    expect(cite(text).text.split("\n")[0]).toBe(`${text.trim()}[^harbour-office-2024]`);
  });

  it("does not bear a label that stands in code", () => {
    const state = cite("On 4 March.\n\n```\nAs [^harbour-office-2024] here.\n```\n");
    expect(state.text).toContain("On 4 March.[^harbour-office-2024-2]");
    expect(remove(state)).toBe("On 4 March.\n\n```\nAs [^harbour-office-2024] here.\n```\n");
  });
});

describe("a library's own entries", () => {
  it("are named with their authors, and are found again", () => {
    const state = { text: "So it is [@brandt2020, pp. 4-6].\n", context: WITH_LIBRARY };
    const footnote = convert(state, "footnote");
    expect(footnote.text).toBe(
      "So it is.[^quay-press-2020]\n\n[^quay-press-2020]: Ada Brandt and Ken Ito, “The Law of Quays”, Quay Press, 2020, pp. 4–6.\n",
    );
    expect(convert(footnote, "pandoc").text).toBe(state.text);
    expect(convert(state, "link").text).toBe(state.text);
  });
});

/** The sources that are cited, each time, in any style or in one. */
function count({ text, context }: State, style?: CitationStyle): number {
  const { citations } = citationsIn(readMarkdown(text), context);
  const wanted = citations.filter((one) => style === undefined || one.style === style);
  return wanted.reduce((sum, { references }) => sum + references.length, 0);
}

it("a library of thousands costs little", () => {
  const entries = Array.from({ length: 5000 }, (_, at) => ({
    key: `k${at}`,
    title: `Entry number ${at} on quays`,
  }));
  const sources = Array.from({ length: 1000 }, (_, at) => ({
    uri: `sources/${at}.md`,
    title: `Entry number ${at} on quays`,
    publisher: "Harbour Office",
    published: "2024",
    url: `https://harbour.example.org/${at}`,
  }));
  const notes = Array.from({ length: 200 }, (_, at) => at * 10);
  const text = `${notes.map((at) => `Text.[^n${at}]`).join("\n\n")}\n\n${notes.map((at) => `[^n${at}]: “Entry number ${at} on quays”.`).join("\n")}\n`;
  const context = { ...CONTEXT, sources, bibliographies: [{ ...bibliography(LIBRARY), entries }] };
  const started = performance.now();
  expect(convertCitations(readMarkdown(text), "pandoc", context).converted).toBe(200);
  expect(performance.now() - started).toBeLessThan(3000);
});

const sentence = fc
  .tuple(
    fc.constantFrom(
      "The quay",
      "**The fund**",
      "In the U.S. it",
      "“We” all",
      "It (so) `x`",
      "Ä 😀 we",
      "A [b](c) d",
    ),
    fc.nat({ max: 99 }),
    fc.constantFrom(" opens", " *pays* the ports", " has", " is at p.m.", ""),
    fc.constantFrom(".", "!", "?", "…", ".”", ".**", "", ";", " .", "...", ".[^own]", " [@own]."),
  )
  .map(([start, number, middle, end]) => ({ start, number, text: `${start} n${number}x${middle}${end}` }));

const draft = fc
  .record({
    paragraphs: fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
    prefix: fc.constantFrom("", "- ", "> ", "# "),
    eol: fc.constantFrom("\n", "\r\n"),
    end: fc.constantFrom(
      "",
      "\n",
      "\n\n",
      "\n   \n",
      "\n\n[^own]: Words of my own.",
      "\n\n[^own]: Words of my own.\n",
    ),
  })
  .map(({ paragraphs, prefix, eol, end }) => {
    const text = paragraphs
      .map((list, at) => (at === 1 ? prefix : "") + list.map((one) => one.text).join(" "))
      .join("\n\n");
    const words = paragraphs.flat().map(({ number }) => `n${number}x`);
    return { text: (text + end).replaceAll("\n", eol), words: [...new Set(words)] };
  });

it("inserted, converted to and fro, and removed, citations leave no trace", () => {
  fc.assert(
    fc.property(
      draft,
      fc.constantFrom(...CITATION_STYLES),
      fc.array(fc.constantFrom(...CITATION_STYLES), { maxLength: 4 }),
      fc.infiniteStream(fc.constantFrom<readonly Evidence[]>([EVIDENCE], [ON_PAGE], [EVIDENCE, ON_PAGE], [])),
      ({ text, words }, style, path, sources) => {
        const cited = words.flatMap((word) =>
          ((sources.next().value ?? []) as readonly Evidence[]).map((one) => [word, one] as const),
        );
        let state = insertAll({ text, context: WITH_LIBRARY }, style, cited);
        for (const next of path) {
          const before = count(state);
          state = convert(state, next);
          expect(count(state)).toBe(before);
          expect(count(state, next)).toBe(before);
        }
        expect(remove(state)).toBe(text);
      },
    ),
    { numRuns: 300 },
  );
});
