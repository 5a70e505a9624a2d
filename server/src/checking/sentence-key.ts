/**
 * Everything of a draft that the findings on one sentence depend on, as a string: where two are equal, so are the
 * findings. Knows what the rules look at, not what they find.
 */
import type { Reading, Sentence } from "../statements/types.ts";
import { BESIDE as COMPANIONS } from "./alignment/companions.ts";
import { REACH, sentencesAround } from "./alignment/vicinity.ts";
import { keptFor } from "./kept.ts";
import { ownKey } from "./own-key.ts";

/** What a companion is about depends on what stands around it. */
const AROUND = REACH + COMPANIONS;

/** The key of a sentence. */
export function sentenceKey(draft: Reading, sentence: Sentence): string {
  const around = sentence.block.cell ? [] : sentencesAround(draft, sentence, AROUND).map(toldIn);
  return [ownKey(draft, sentence), ...around].join("\u0001");
}

/** The words of a sentence, with whom its names stand for in the document. */
const toldIn = keptFor(({ text, names }: Sentence) =>
  [text, ...names.map(({ canonical, type }) => `${type} ${canonical}`)].join("\u0002"),
);
