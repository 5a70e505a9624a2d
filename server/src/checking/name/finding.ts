/**
 * Words what the name rule finds: the verdict on a name, its passage, the name that the draft should have. Knows names,
 * not why they were found wrong.
 */
import { lookUpName } from "../../lexicon/gazetteer.ts";
import type { NameMention, Sentence } from "../../statements/types.ts";
import type { Finding } from "../types.ts";
import type { AlignedSentence } from "./align.ts";

/** The name of a source that decides, and its sentence. */
export interface NamePassage {
  readonly mention: NameMention;
  readonly aligned: AlignedSentence;
}

/** A name that a source has in the same place. */
export function supportedName(
  sentence: Sentence,
  name: NameMention,
  by: NamePassage,
  confidence: number,
  features: Finding["features"],
): Finding {
  return base(sentence, name, by, "supported", confidence, [], features);
}

/** A name in whose place a source has another. */
export function contradictedName(
  sentence: Sentence,
  name: NameMention,
  by: NamePassage,
  confidence: number,
  features: Finding["features"],
): Finding {
  const replacement = { span: { start: name.start, end: name.end }, newText: wordFor(name, by.mention) };
  return base(sentence, name, by, "contradicted", confidence, [replacement], features);
}

/** The source's name as the draft would write it: a country for a country. */
function wordFor(name: NameMention, rival: NameMention): string {
  const own = lookUpName(name.text)[0];
  const other = lookUpName(rival.text)[0];
  if (own?.sense === "name" && own.entity.type === "place" && other && other.sense !== "name")
    return other.entity.name;
  return rival.text;
}

function base(
  sentence: Sentence,
  name: NameMention,
  { mention, aligned }: NamePassage,
  verdict: Finding["verdict"],
  confidence: number,
  replacements: Finding["replacements"],
  features: Finding["features"],
): Finding {
  return {
    kind: "name",
    verdict,
    sentence,
    span: { start: name.start, end: name.end },
    confidence,
    actual: name.text,
    expected: replacements[0]?.newText ?? mention.text,
    message: null,
    arithmetic: null,
    passages: [
      {
        source: aligned.source,
        sentence: aligned.sentence,
        focus: [{ start: mention.start, end: mention.end }],
      },
    ],
    replacements,
    features,
  };
}
