import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Model } from "../../../server/src/checking/model.ts";
import { estimateNames, type NameModels, nameModels } from "../../../server/src/checking/name/estimate.ts";
import { checkNames } from "../../../server/src/checking/name/names.ts";
import type { Corpus, Finding } from "../../../server/src/checking/types.ts";
import { readSource } from "../../../server/src/sources/read-source.ts";
import { StatementIndex } from "../../../server/src/sources/statement-index.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const source = `The register of pensions will be run by the National Insurance Office in Marn.

The Social Affairs Ministry paid for the software.

The hospital at Norsup lost its roof in the storm; the patients were moved to Port Leith by boat.
`;
const SEEN_BY_RULES =
  "Patients of the hospital, which had lost its roof in the storm, went to Luganville by boat.";
const UNSEEN_BY_RULES = "A register of what everyone may expect will be run by the Social Affairs Ministry.";

const cache = createSentenceCache();
const index = new StatementIndex();
index.add(readSource({ uri: "a.md", text: source, title: "A" }, "2026-05-01", cache));
const corpus: Corpus = { sources: index.sources(), version: index.version, index };
const read = (text: string) => readDocument(readMarkdown(text), "2026-05-01", cache);

function contradicted(text: string): Finding[] {
  const reading = read(text);
  return reading.sentences
    .flatMap((sentence) => checkNames(sentence, reading, corpus))
    .filter(({ verdict }) => verdict === "contradicted");
}

/** A model that gives everything the same log-odds. */
const always = (bias: number): Model => ({ features: [], bias, trees: [] });

describe("models of names", () => {
  let trained: NameModels;
  beforeEach(() => {
    trained = { ...nameModels };
  });
  afterEach(() => {
    Object.assign(nameModels, trained);
  });

  test("estimate which name stands in another one's place", () => {
    const reading = read(UNSEEN_BY_RULES);
    const [estimate] = reading.sentences.flatMap((sentence) => estimateNames(sentence, reading, corpus));
    expect(estimate?.name.text).toBe("Social Affairs Ministry");
    expect(estimate?.conflict.value.text).toBe("National Insurance Office");
    expect(estimate?.likelihood).toBeGreaterThan(0.5);
  });

  test("tell what no rule sees, with the source's name as the correction", () => {
    Object.assign(nameModels, { contradict: always(4) });
    expect(contradicted(UNSEEN_BY_RULES).map(({ expected }) => expected)).toEqual([
      "National Insurance Office",
    ]);
  });

  test("are silent where they are not sure", () => {
    Object.assign(nameModels, { contradict: always(0) });
    expect(contradicted(UNSEEN_BY_RULES)).toEqual([]);
  });

  test("silence a rule that they doubt, and no other", () => {
    Object.assign(nameModels, { contradict: always(0) });
    expect(contradicted(SEEN_BY_RULES).map(({ expected }) => expected)).toEqual(["Port Leith"]);
    Object.assign(nameModels, { contradict: always(-4) });
    expect(contradicted(SEEN_BY_RULES)).toEqual([]);
  });

  test.each([
    "If a register is kept, it will be run by the Social Affairs Ministry.",
    "Will the register be run by the Social Affairs Ministry?",
    "In another case the register was run by the Social Affairs Ministry.",
  ])("claim nothing of what is not told: %s", (draft) => {
    Object.assign(nameModels, { contradict: always(4) });
    expect(contradicted(draft)).toEqual([]);
  });
});
