/**
 * Fact sheets: what is written from a source, and what is told of a sheet whose source says something else by now.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createChecker } from "../../../server/src/library.ts";
import type { SourceInput } from "../../../server/src/service/types.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const RELEASE = `---
title: "Night ferry: it starts in June"
publisher: Ports Authority
published: 2024-02-02
url: https://ports.example/night-ferry
---

# Night ferry: it starts in June

The night ferry carries **300 passengers** and starts on [4 June 2024](https://ports.example/june).[^1] The terminal cost 31 million euros.

> We will not raise the fare this year.

## Ships

1. The *Aurora* has 12 cabins. # is no heading here.

| ship   | cabins | crew |
| ------ | ------ | ---- |
| Aurora | 12     | 9    |
| Boreas | 14     | 11   |

[^1]: By decree.
`;

function sheetOf(source: SourceInput): string {
  const checker = createChecker({ builtin: false });
  checker.setSource(source);
  return checker.factSheet([source.uri], () => "../press/release.md");
}

async function told(sheet: string, source: string): Promise<string[]> {
  const checker = createChecker({ builtin: false });
  checker.setSource({ uri: "press/release.md", text: source });
  checker.setSource({ uri: "press/other.md", text: "The pier is made of glass." });
  const sources = { key: "facts", uris: ["press/release.md"] };
  const report = await checker.checkFacts({ uri: "sources/sheet.md", text: sheet, sources });
  const claims = report!.claims.filter(({ code }) => code !== null);
  return [
    ...claims.map(({ text, code }) => `${code}: ${text}`),
    ...report!.notes.map((note) => `${note.code}: ${sheet.slice(note.start, note.end)}`),
  ];
}

describe("a fact sheet that is written", () => {
  const sheet = sheetOf({ uri: "press/release.md", text: RELEASE });

  it("has the source's metadata, its place, and a plain sentence an item", () => {
    expect(sheet).toBe(`---
title: "Night ferry: it starts in June"
publisher: "Ports Authority"
published: 2024-02-02
url: "https://ports.example/night-ferry"
source: "../press/release.md"
---

<!-- One fact an item. Notes on a fact go below it: “- also: another name”, “- not before: 2019-05-02”, “- not after: 2020-09-23”. -->

# Night ferry: it starts in June

- The night ferry carries 300 passengers and starts on 4 June 2024. <!-- line 10 -->
- The terminal cost 31 million euros. <!-- line 10 -->
- “We will not raise the fare this year.” <!-- line 12 -->

## Ships

- The Aurora has 12 cabins. <!-- line 16 -->
- \\# is no heading here. <!-- line 16 -->
- Aurora: cabins: 12; crew: 9. <!-- line 20 -->
- Boreas: cabins: 14; crew: 11. <!-- line 21 -->
- By decree. <!-- line 23 -->
`);
  });

  it("takes text that looks like marks as text", () => {
    const plain = sheetOf({ uri: "a.txt", text: "1984. It was *the* year of <b>ferries</b>.\n" });
    expect(plain).toMatch(/^- 1984\\\. (?:<!-- line 1 -->\n- )?It was \\\*the\\\* year of \\<b\\>ferries/m);
  });

  it("names the pages of a paged source", () => {
    const pages = [
      { offset: 0, page: 3 },
      { offset: 20, page: 4 },
    ];
    const paged = sheetOf({ uri: "a.pdf", text: "The pier opens in June. It has 12 berths.\n", pages });
    expect(paged).toContain("- The pier opens in June. <!-- p. 3 -->");
    expect(paged).toContain("- It has 12 berths. <!-- p. 4 -->");
  });

  it("reads again as the same facts, whatever the source looks like", async () => {
    const folder = fileURLToPath(new URL("../../benchmark/cases/", import.meta.url));
    const cases = readdirSync(folder)
      .sort()
      .filter((_, at) => at % 60 === 0);
    const sources = cases.flatMap((name) => {
      const from = `${folder}${name}/sources/`;
      return readdirSync(from)
        .filter((file) => file.endsWith(".md"))
        .map((file) => readFileSync(from + file, "utf8"));
    });
    expect(sources.length).toBeGreaterThan(3);
    for (const text of sources) {
      const written = sheetOf({ uri: "press/release.md", text });
      expect(readMarkdown(written).frontMatter.problem).toBeNull();
      expect(await told(written, text)).toEqual([]);
    }
  });
});

describe("a fact sheet that is checked", () => {
  const sheet = `---
published: 2024-02-02
source: ../press/release.md
---

Facts that we gathered, 99 of them.

- The night ferry will carry 300 passengers.
  - also: the Aurora line
- It starts on 4 June 2024 with 300 passengers aboard.
- The terminal cost 31 million euros.
- “We will not raise the fare this year”
- The Boreas has 14 cabins.
`;

  it("is silent while the source says all of it, in other words too", async () => {
    expect(await told(sheet, RELEASE)).toEqual([]);
  });

  it("tells what the source says otherwise by now", async () => {
    expect(await told(sheet, RELEASE.replace("31 million", "35 million"))).toEqual([
      "quantity-mismatch: 31 million",
    ]);
    expect(await told(sheet, RELEASE.replace("4 June", "11 June"))).toEqual(["date-mismatch: 4 June 2024"]);
  });

  it("tells what the source no longer says", async () => {
    const shorter = RELEASE.replace(" The terminal cost 31 million euros.", "");
    expect(await told(sheet, shorter)).toEqual(["fact-not-in-source: The terminal cost 31 million euros."]);
  });

  it("tells a fact from elsewhere, unless it is accepted with a reason", async () => {
    const more = `${sheet}- The pier is made of glass.\n- The night ferry carries 300 passengers and 80 cars.\n`;
    expect(await told(more, RELEASE)).toEqual([
      "fact-not-in-source: The pier is made of glass.",
      "fact-not-in-source: 80 cars",
    ]);
    const accepted = more
      .replace("glass.\n", "glass. <!-- claimcheck-ignore fact-not-in-source: seen there -->\n")
      .replace("80 cars.\n", "80 cars. <!-- claimcheck-ignore fact-not-in-source: by phone -->\n");
    expect(await told(accepted, RELEASE)).toEqual([]);
  });

  it("tells a note without a day", async () => {
    const noted = sheet.replace("also: the Aurora line", "not after: the summer");
    expect(await told(noted, RELEASE)).toEqual(["fact-note: not after: the summer"]);
  });
});
