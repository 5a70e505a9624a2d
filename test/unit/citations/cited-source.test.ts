/**
 * A claim that is cited to one source and supported only by another one, beside all that must stay silent.
 */
import { describe, expect, it } from "vitest";
import { createChecker } from "../../../server/src/library.ts";
import type { BibliographyEntry } from "../../../server/src/service/citations/types.ts";
import { bibliography } from "./support.ts";

const RELEASE = {
  uri: "sources/release.md",
  text: `---
title: Fund pays ports
publisher: Quay Fund
published: 2024-02-18
url: https://fund.example.org/news/ports
---

The Quay Fund paid 31 ports on 4 March 2024. The chairman, Ada Brandt, opened the hearing in Lisbon.
`,
};
const REPORT = {
  uri: "sources/report.md",
  text: `---
title: Annual report of the Harbour Office
publisher: Harbour Office
published: 2023-12-01
url: https://harbour.example.org/report
---

The Harbour Office employed 240 people in 2023. It repaired 12 cranes.
`,
};
const TWIN = { ...REPORT, text: `${REPORT.text}\nThe Quay Fund paid thirty-one ports in March 2024.\n` };

const ENTRIES =
  bibliography(`@online{release, title={Fund pays ports}, url={https://fund.example.org/news/ports}}
@report{report, title={Annual report of the Harbour Office}}
@book{other, title={A book that is not at hand}}
`).entries;

function codes(text: string, sources = [RELEASE, REPORT], entries: readonly BibliographyEntry[] = ENTRIES) {
  const checker = createChecker({ builtin: false });
  for (const source of sources) checker.setSource(source);
  const { claims } = checker.check({ uri: "brief.md", text, bibliography: entries });
  return claims
    .filter(({ verdict }) => verdict === "supported")
    .map(({ text: words, code }) => `${words}: ${code}`);
}

const WRONG = "31: cited-source-disagrees";
const FOOTNOTES = `
[^release]: Quay Fund, “Fund pays ports”, 18 February 2024, https://fund.example.org/news/ports.
[^report]: Harbour Office, “Annual report of the Harbour Office”, 1 December 2023, https://harbour.example.org/report.
`;

describe("a claim is cited to a source that does not say so", () => {
  it.each([
    ["by a footnote", `The Quay Fund paid 31 ports.[^report]\n${FOOTNOTES}`],
    ["by a key", "The Quay Fund paid 31 ports [@report].\n"],
    ["by a key with a page", "The Quay Fund paid 31 ports [@report, p. 4].\n"],
    ["by a link", "The Quay Fund paid 31 ports ([report](https://harbour.example.org/report)).\n"],
    ["by a link to its file", "The Quay Fund [paid](sources/report.md) 31 ports.\n"],
  ])("%s", (_, text) => expect(codes(text)).toContain(WRONG));

  it("and the message names both", () => {
    const checker = createChecker({ builtin: false });
    for (const source of [RELEASE, REPORT]) checker.setSource(source);
    const text = "The Quay Fund paid 31 ports [@report].\n";
    const { claims } = checker.check({ uri: "a.md", text, bibliography: ENTRIES });
    expect(claims.find(({ code }) => code === "cited-source-disagrees")?.message).toBe(
      "“Annual report of the Harbour Office”, which is cited here, does not say “31”; “Fund pays ports” (18 February 2024) does.",
    );
  });
});

describe("nothing is said", () => {
  it.each([
    ["of the source that says so", "The Quay Fund paid 31 ports [@release].\n"],
    ["of two sources", "The Quay Fund paid 31 ports [@release; @report].\n"],
    ["of a source that is not at hand", "The Quay Fund paid 31 ports [@other].\n"],
    ["of an unknown key", "The Quay Fund paid 31 ports [@unknown].\n"],
    ["of one beside one that is not at hand", "The Quay Fund paid 31 ports [@report; @other].\n"],
    ["of a citation in the next sentence", "The Quay Fund paid 31 ports. So they say [@report].\n"],
    ["of a footnote that tells of something else", "The Quay Fund paid 31 ports.[^1]\n\n[^1]: We counted.\n"],
  ])("%s", (_, text) => expect(codes(text)).not.toContain(WRONG));

  it("where the cited source says so too, in other words", () => {
    const text = "The Quay Fund paid 31 ports [@report].\n";
    expect(codes(text, [RELEASE, TWIN])).not.toContain(WRONG);
  });

  it("and a contradicted claim stays contradicted", () => {
    const checker = createChecker({ builtin: false });
    for (const source of [RELEASE, REPORT]) checker.setSource(source);
    const { claims } = checker.check({
      uri: "a.md",
      text: "The Quay Fund paid 34 ports [@report].\n",
      bibliography: ENTRIES,
    });
    expect(claims.map(({ code }) => code)).toContain("quantity-mismatch");
  });

  it("once the source comes to say so", () => {
    const checker = createChecker({ builtin: false });
    for (const source of [RELEASE, REPORT]) checker.setSource(source);
    const draft = { uri: "a.md", text: "The Quay Fund paid 31 ports [@report].\n", bibliography: ENTRIES };
    const found = () => checker.check(draft).claims.map(({ code }) => code);
    expect(found()).toContain("cited-source-disagrees");
    checker.setSource(TWIN);
    expect(found()).not.toContain("cited-source-disagrees");
  });
});

const YEARBOOK = {
  uri: "sources/yearbook.md",
  title: "Yearbook of the harbours",
  text: "The harbours handled more freight than ever. Every berth was taken in the summer.\n",
};

/** What is marked as cited to the wrong source in a draft that cites the second of two. */
function miscited(draft: string, supporting: string, cited = YEARBOOK.text): string[] {
  const checker = createChecker({ builtin: false });
  checker.setSource({ uri: "sources/gazette.md", title: "Gazette", text: supporting });
  checker.setSource({ ...YEARBOOK, text: cited });
  const { claims } = checker.check({ uri: "a.md", text: `${draft}[^1]\n\n[^1]: “${YEARBOOK.title}”.\n` });
  return claims
    .filter(({ code }) => code === "cited-source-disagrees")
    .map(({ kind, text }) => `${kind}: ${text}`);
}

const SIGNED = "The contract for the new dredger was signed by Ada Brandt on Monday in the town hall.";
const CLOSED = "The city council closed the northern bridge to lorries.";

describe("of what is no figure, day or quotation", () => {
  it.each([
    ["a name", SIGNED, SIGNED, "The contract was signed on Monday in the town hall.", "name: Ada Brandt"],
    [
      "a speaker",
      "Ada Brandt said that the bridge needs a new deck.",
      "Ada Brandt said that the bridge needs a new deck.",
      undefined,
      "speaker: Ada Brandt",
    ],
    [
      "an act",
      "The council has not adopted the levy on lorries.",
      "The council has not adopted the levy on lorries.",
      undefined,
      "polarity: has not adopted",
    ],
    ["who did it", CLOSED, CLOSED, undefined, "relation: The city council"],
  ])("%s is told, once a sentence", (_, draft, supporting, cited, told) => {
    expect(miscited(draft, supporting, cited)).toEqual([told]);
  });

  it.each([
    ["a name in another form", SIGNED, "Ms Brandt signed for the dredger on Monday."],
    [
      "a name in its front matter",
      SIGNED,
      "---\nauthor: Ada Brandt\n---\nI signed the contract on Monday.\n",
    ],
    [
      "an act in other words",
      CLOSED,
      "By order of the council the northern bridge has been shut for lorries since May.",
    ],
    [
      "a doer in other words",
      CLOSED,
      "The council shut the bridge in the north of the city for all lorries.",
    ],
  ])("nothing is said of %s", (_, draft, cited) => {
    expect(miscited(draft, draft, cited)).toEqual([]);
  });

  it("an office in passing needs no source of its own", () => {
    const draft = "Ada Brandt, director of the Ports Authority, signed the note.";
    expect(miscited(draft, draft, "Brandt signed the note on Monday.\n")).toEqual([]);
  });
});
