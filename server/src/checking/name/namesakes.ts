/**
 * Finds persons whom the draft gives another surname than the source does: "State secretary Denise Reyes cut the ribbon" beside
 * "State secretary Denise Okafor cut the ribbon". Knows names and the sentences beside them.
 */
import { foldName } from "../../lexicon/gazetteer.ts";
import type { NameMention, Sentence } from "../../statements/types.ts";
import type { Corpus, Finding } from "../types.ts";
import { overlapAligner } from "./align.ts";
import { contradictedName } from "./finding.ts";
import { roleIndexOf } from "./role-index.ts";

/** The source sentence is one of the first, and shares so much of the draft's words. */
const CANDIDATES = 2;
const SHARED = 0.3;
const CONFIDENCE = 0.85;

/** Persons named in full whom no source knows, where the sentence of a source has their given name with another surname. */
export function namesakes(sentence: Sentence, corpus: Corpus): Finding[] {
  const { persons } = roleIndexOf(corpus);
  const unknown = sentence.names.filter((name) => isFullName(name) && !persons.has(foldName(name.text)));
  if (unknown.length === 0) return [];
  const beside = overlapAligner(corpus).align(sentence).slice(0, CANDIDATES);
  return unknown.flatMap((name) => {
    for (const aligned of beside) {
      if (aligned.score < SHARED) continue;
      const mention = aligned.sentence.names.find((one) => isNamesake(one, name));
      if (mention)
        return [contradictedName(sentence, name, { mention, aligned }, CONFIDENCE, { score: aligned.score })];
    }
    return [];
  });
}

const isFullName = ({ text, type }: NameMention): boolean =>
  (type === "person" || type === "unknown") && /^\p{Lu}[\p{Ll}'’-]+ (?:\p{Lu}[\p{L}'’-]+)$/u.test(text);

/** The same given name and another surname, each of one word. */
function isNamesake(one: NameMention, name: NameMention): boolean {
  if (!isFullName(one)) return false;
  const [given, surname] = foldName(one.text).split(" ");
  const [other, claimed] = foldName(name.text).split(" ");
  return given === other && surname !== claimed;
}
