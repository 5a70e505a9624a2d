import { describe, expect, test } from "vitest";
import { checkNames } from "../../../server/src/checking/name/names.ts";
import type { Corpus } from "../../../server/src/checking/types.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const source = `The vote on the berth levy was close. Lusk abstained; no port voted against.

Nordvik has appealed the fine of 2 March. Two insurers were named, Nordvik and Alden.

The crossing at Tevan has been closed since 11 August; people now use Bors and, on foot, the pass at Mirk.

The House of Deputies passed the pilot bill on 15 July and the Senate on 3 September.

The Harbour Office made four recommendations on moorings. The Ministry accepted three of them.

Cllr Ramsey asked for more evidence about families with boats.
`;

const cache = createSentenceCache();
const read = (text: string) => readDocument(readMarkdown(text), "2026-05-01", cache);
const corpus: Corpus = {
  sources: [{ ...read(source), uri: "a.md", title: "A", publisher: null, published: null, url: null }],
  version: 1,
};

/** What the draft's names should be, in order. */
function expected(draft: string): (string | null)[] {
  const reading = read(draft);
  return reading.sentences
    .flatMap((sentence) => checkNames(sentence, reading, corpus))
    .filter(({ verdict }) => verdict === "contradicted")
    .map((finding) => finding.expected);
}

describe("the only doer of a deed", () => {
  test.each([
    ["Alden has appealed.", ["Nordvik"]],
    ["With the crossing at Bors closed since 11 August, some come over the Mirk pass on foot.", ["Tevan"]],
  ])("%s", (draft, names) => expect(expected(draft)).toEqual(names));

  test.each([
    "Lusk abstained.",
    "Nordvik has appealed.",
    "Alden has not appealed.",
    "The crossing at Tevan has been closed since 11 August.",
    "The Senate passed the pilot bill on 3 September.",
    "Of the Harbour Office's four recommendations on moorings it accepts three.",
  ])("silent: %s", (draft) => expect(expected(draft)).toEqual([]));
});
