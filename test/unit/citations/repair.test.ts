import { describe, expect, it } from "vitest";
import { keyRepairs, repairCitation } from "../../../server/src/service/citations/repair.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";
import { claimOn, EVIDENCE, edited } from "../service/claims.ts";
import { bibliography, CONTEXT, LIBRARY } from "./support.ts";

const context = {
  ...CONTEXT,
  bibliographies: [bibliography(`${LIBRARY}@misc{report, file = {sources/annual (2023).pdf}}\n`)],
};

function repaired(text: string): string | null {
  const claim = claimOn(text, { words: "4 March", verdict: "supported" });
  const change = repairCitation(readMarkdown(text), { claim, evidence: EVIDENCE }, context);
  return change && edited(text, change.edits);
}

describe("a misspelt key", () => {
  const fixed = (text: string) =>
    keyRepairs(readMarkdown(text), text.indexOf("@") + 2, context).map(({ edits }) => edited(text, edits));
  it.each([
    ["So it is [@harbuor].\n", ["So it is [@harbour].\n"]],
    ["So it is [@report; @brandt2002, p. 4].\n", []],
    ["So it is [@brand2020, p. 4].\n", ["So it is [@brandt2020, p. 4].\n"]],
    ["So it is [@nobody1999].\n", []],
    ["So it is [@harbour].\n", []],
  ])("%j", (text, right) => expect(fixed(text)).toEqual(right));
});

describe("the citation of a claim is given to the source that says so", () => {
  it.each([
    ["On 4 March [@report, p. 4]. More.\n", "On 4 March [@harbour]. More.\n"],
    [
      "On 4 March ([Report](../sources/annual%20%282023%29.pdf)).\n",
      "On 4 March ([Harbour Office](https://harbour.example.org/news/quay#:~:text=The%20quay%20opens%20on%204%20March.)).\n",
    ],
    [
      "On 4 March.[^r]\n\n[^r]: Ports Authority, “Annual report & accounts: 100% of the quays”, 2023.\n",
      "On 4 March.[^harbour-office-2024]\n\n[^harbour-office-2024]: Harbour Office, “Quay opens in spring”, 18 February 2024, https://harbour.example.org/news/quay.\n",
    ],
  ])("%j", (text, right) => expect(repaired(text)).toBe(right));

  it("and a footnote that others use stays for them", () => {
    const text = "Before.[^r] On 4 March.[^r]\n\n[^r]: “Annual report & accounts: 100% of the quays”.\n";
    expect(repaired(text)).toContain("Before.[^r] On 4 March.[^harbour-office-2024]\n\n[^r]: “Annual");
  });

  it.each([
    "On 4 March.\n",
    "On 4 March [@report; @harbour].\n",
    "On 4 March [@report].[^r]\n\n[^r]: “Annual report & accounts: 100% of the quays”.\n",
    "On 4 March [see @report].\n",
  ])("but not in %j", (text) => expect(repaired(text)).toBeNull());
});
