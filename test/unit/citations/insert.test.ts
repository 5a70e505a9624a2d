import { describe, expect, it } from "vitest";
import { citationTitle, insertCitation } from "../../../server/src/service/citations/insert.ts";
import { citationCode } from "../../../server/src/service/citations/uncited.ts";
import { writtenDate } from "../../../server/src/service/footnotes.ts";
import type { Evidence } from "../../../server/src/service/report.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";
import { claimOn, EVIDENCE, edited } from "../service/claims.ts";
import { CONTEXT } from "./support.ts";

function codeOn(text: string, evidence: Partial<Evidence> = {}): string | null {
  const sketch = {
    words: "4 March",
    verdict: "supported",
    evidence: [{ ...EVIDENCE, ...evidence }],
  } as const;
  return citationCode(readMarkdown(text), claimOn(text, sketch));
}

describe("a supported claim is uncited", () => {
  it.each([
    ["with nothing near", "The quay opens on 4 March.\n"],
    ["with a footnote in another paragraph", "The quay opens on 4 March.\n\nOther.[^1]\n\n[^1]: x\n"],
    ["with a link elsewhere", "The [quay](https://other.example.org/a) opens on 4 March.\n"],
    [
      "with a link to a longer address",
      "The [quay](https://harbour.example.org/news/quay-2) opens on 4 March.\n",
    ],
    ["with part of the publisher's name", "The harbour opens on 4 March, an officer said.\n"],
    [
      "in a table whose other rows are cited",
      "| a | b |\n| - | - |\n| x | 4 March |\n| y[^1] | z |\n\n[^1]: x\n",
    ],
  ])("%s", (_, text) => expect(codeOn(text)).toBe("uncited"));

  it.each([
    ["a footnote", "The quay opens on 4 March.[^1]\n\n[^1]: x\n"],
    ["a footnote at the end of the paragraph", "The quay opens on 4 March. So it is.[^1]\n\n[^1]: x\n"],
    ["a Pandoc citation", "The quay opens on 4 March [@harbour-2024].\n"],
    ["a link to the source", "The quay [opens](https://harbour.example.org/news/quay) on 4 March.\n"],
    [
      "such a link written otherwise",
      "The quay [opens](http://www.harbour.example.org/news/quay/#top) on 4 March.\n",
    ],
    ["the bare address", "The quay opens on 4 March (https://harbour.example.org/news/quay).\n"],
    ["a link to the source's file", "The quay [opens](../sources/harbour.md) on 4 March.\n"],
    ["the publisher", "The quay opens on 4 March, the Harbour Office says.\n"],
    ["the publisher in a wrapped line", "The quay opens on 4 March, the Harbour\nOffice says.\n"],
    ["the title", "“Quay opens in spring” has it on 4 March.\n"],
    ["the lead-in sentence", "The Harbour Office gives these dates:\n\n- The quay opens on 4 March.\n"],
    ["a footnote of the lead-in", "These are the dates:[^1]\n\n- The quay opens on 4 March.\n\n[^1]: x\n"],
    ["another cell of its row", "| a | b | c |\n| - | - | - |\n| x | 4 March | [^1] |\n\n[^1]: x\n"],
  ])("unless there is %s", (_, text) => expect(codeOn(text)).toBeNull());

  it("unless any web link is there when the source's address is not known", () => {
    const text = "The [quay](https://other.example.org/a) opens on 4 March.\n";
    expect(codeOn(text, { url: null })).toBeNull();
  });

  it("unless the short name of the publisher stands there", () => {
    const publisher = "Harbour Office (HO) and Quay Company";
    expect(codeOn("The quay opens on 4 March (HO).\n", { publisher })).toBe("uncited");
    expect(
      codeOn("The quay opens on 4 March (HPO).\n", { publisher: "Harbour and Ports Office (HPO)" }),
    ).toBeNull();
    expect(codeOn("The quay opens on 4 March, says the Quay Company.\n", { publisher })).toBeNull();
  });

  it("unless it stands in a footnote, or is not supported", () => {
    expect(codeOn("Text.[^1]\n\n[^1]: The quay opens on 4 March.\n")).toBeNull();
    const text = "On 4 March.\n";
    expect(
      citationCode(readMarkdown(text), claimOn(text, { words: "4 March", evidence: [EVIDENCE] })),
    ).toBeNull();
  });
});

const DEFINITION =
  "[^harbour-office-2024]: Harbour Office, “Quay opens in spring”, 18 February 2024, https://harbour.example.org/news/quay.";

function cite(text: string, evidence: Partial<Evidence> = {}): string {
  const claim = claimOn(text, { words: "4 March", verdict: "supported" });
  const wanted = { claim, evidence: { ...EVIDENCE, ...evidence } };
  return edited(text, insertCitation(readMarkdown(text), wanted, "footnote", CONTEXT).edits);
}

describe("inserting a citation", () => {
  it("puts the definition before a code block that nothing closes", () => {
    expect(cite("The quay opens on 4 March.\n\n```text\n5 March\n")).toBe(
      `The quay opens on 4 March.[^harbour-office-2024]\n\n${DEFINITION}\n\n\`\`\`text\n5 March\n`,
    );
    expect(cite("The quay opens on 4 March.\n\n~~~\n```\n~~~\n")).toContain(`~~~\n\n${DEFINITION}\n`);
  });

  it.each([
    [
      "The quay opens on 4 March. It is long.\n",
      "The quay opens on 4 March.[^harbour-office-2024] It is long.\n",
    ],
    [
      "It opens on 4 March, we hear!\nIt is long.\n",
      "It opens on 4 March, we hear![^harbour-office-2024]\nIt is long.\n",
    ],
    [
      "**It opens on 4 March.** It is long.\n",
      "**It opens on 4 March.**[^harbour-office-2024] It is long.\n",
    ],
    ["It opens on **4 March**.\n", "It opens on **4 March**.[^harbour-office-2024]\n"],
    ["- opens on 4 March\n- closes\n", "- opens on 4 March[^harbour-office-2024]\n- closes\n"],
    ["- opens on **4 March**\n", "- opens on **4 March**[^harbour-office-2024]\n"],
    [
      "| a | b |\n| - | - |\n| 4 March | x |\n",
      "| a | b |\n| - | - |\n| 4 March[^harbour-office-2024] | x |\n",
    ],
    [
      "He said: “It opens on 4 March.” Good.\n",
      "He said: “It opens on 4 March.”[^harbour-office-2024] Good.\n",
    ],
  ])("puts the reference behind the sentence of %j and the definition at the end", (text, after) => {
    expect(cite(text)).toBe(`${after}\n${DEFINITION}\n`);
  });

  it("keeps the end of the file as it is written", () => {
    expect(cite("On 4 March.")).toBe(`On 4 March.[^harbour-office-2024]\n\n${DEFINITION}`);
    expect(cite("On 4 March.\n\n")).toBe(`On 4 March.[^harbour-office-2024]\n\n${DEFINITION}\n\n`);
    expect(cite("On 4 March.\r\n")).toBe(`On 4 March.[^harbour-office-2024]\r\n\r\n${DEFINITION}\r\n`);
  });

  it("adds to footnotes that stand at the end, behind references that are there", () => {
    expect(cite("On 4 March.[^1]\n\n[^1]: Other.\n")).toBe(
      `On 4 March.[^1][^harbour-office-2024]\n\n[^1]: Other.\n${DEFINITION}\n`,
    );
  });

  it("uses the definition that the draft has for the source, by address or by title", () => {
    const byUrl = "On 4 March.\n\n[^q]: See https://www.harbour.example.org/news/quay/.\n";
    expect(cite(byUrl)).toBe(byUrl.replace("March.", "March.[^q]"));
    const byTitle = "On 4 March.\n\n[^q]: *Quay opens in spring*, 2024.\n";
    expect(cite(byTitle)).toBe(byTitle.replace("March.", "March.[^q]"));
    const other = "On 4 March.\n\n[^q]: See https://harbour.example.org/news/quay-2.\n";
    expect(cite(other)).toContain("March.[^harbour-office-2024]");
  });

  describe("of a page", () => {
    const onPage = (text: string, page: number) => cite(text, { page });
    const paged = (page: number) => DEFINITION.replace(", https", `, p. ${page}, https`);

    it("names it", () => {
      expect(onPage("On 4 March.\n", 9)).toBe(`On 4 March.[^harbour-office-2024]\n\n${paged(9)}\n`);
    });

    it("uses a definition of that page, or of none, and no definition of another page", () => {
      const other = `A.[^harbour-office-2024] On 4 March.\n\n${paged(3)}\n`;
      expect(onPage(other, 9)).toBe(
        `A.[^harbour-office-2024] On 4 March.[^harbour-office-2024-p9]\n\n${paged(3)}\n${paged(9).replace("2024]", "2024-p9]")}\n`,
      );
      for (const page of ["p. 9", "pp. 8–10", "p.9", "see there"]) {
        const same = `On 4 March.\n\n[^q]: *Quay opens in spring*, 2024, ${page}.\n`;
        expect(onPage(same, 9)).toBe(same.replace("March.", "March.[^q]"));
      }
    });
  });

  it("does nothing where it is cited already", () => {
    const text = `On 4 March.[^harbour-office-2024]\n\n${DEFINITION}\n`;
    expect(cite(text)).toBe(text);
    expect(cite(cite("On 4 March.\n"))).toBe(cite("On 4 March.\n"));
  });

  it("makes a key that is not taken, also by a reference without a definition", () => {
    const text = "On 4 March. Other.[^harbour-office-2024]\n\n[^harbour-office-2024]: Another report.\n";
    expect(cite(text)).toContain("March.[^harbour-office-2024-2] ");
    expect(cite("On 4 March. Other.[^Harbour-Office-2024]\n")).toContain("March.[^harbour-office-2024-2] ");
  });

  it("makes do with what is known of the source, and escapes it", () => {
    const bare = { publisher: null, published: null, url: null };
    expect(cite("On 4 March.\n", { ...bare, title: "The *new* [quay] of “Öst_hamn”" })).toBe(
      "On 4 March.[^new-quay-osthamn]\n\n[^new-quay-osthamn]: “The \\*new\\* \\[quay\\] of ‘Öst\\_hamn’”.\n".replaceAll(
        "osthamn",
        "ost-hamn",
      ),
    );
    expect(cite("On 4 March.\n", { ...bare, title: "新碼頭", source: "sources/new-quay.md" })).toContain(
      "[^new-quay]: “新碼頭”.",
    );
    expect(cite("On 4 March.\n", { url: "https://a.example.org/x (1)" })).toContain(
      "<https://a.example.org/x%20(1)>.",
    );
  });
});

it("names the publisher, else a short title", () => {
  expect(citationTitle(EVIDENCE)).toBe("Insert citation: Harbour Office");
  expect(citationTitle({ ...EVIDENCE, publisher: null, title: "x".repeat(80) })).toHaveLength(17 + 60);
});

it("writes days as prose does", () => {
  expect(["2019-04-18", "2019-04", "2019", "spring 2019"].map(writtenDate)).toEqual([
    "18 April 2019",
    "April 2019",
    "2019",
    "spring 2019",
  ]);
});
