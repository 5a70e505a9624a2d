/**
 * Verbs that carry little themselves: "took a decision" says what "decided" says, "has access" is about the access.
 * Names what such a verb is about. Knows words and tokens.
 */
import { family } from "../../lexicon/index.ts";
import type { Span, Token } from "../../text/types.ts";
import type { VerbGroup } from "./verb-groups.ts";

const EMPTY = new Set("have take make give get keep receive enjoy put do bring".split(" "));
/** Verbs that are empty before a noun that names an act, and full otherwise. */
const EMPTY_BEFORE_ACTS = new Set(
  "hold reach issue draw lodge file conduct carry enter win raise".split(" "),
);

/** True for verbs that say little without their object. */
export function isLight(lemma: string): boolean {
  return EMPTY.has(lemma);
}

/** Token index of the noun that tells what a light verb is about, or -1. */
export function contentNoun(
  tokens: readonly Token[],
  group: VerbGroup,
  subject: Span | null,
  object: Span | null,
): number {
  const { lemma } = tokens[group.head]!;
  const range = group.passive ? subject : object;
  if (!range || !(EMPTY.has(lemma) || EMPTY_BEFORE_ACTS.has(lemma))) return -1;
  const noun = firstHead(tokens, range);
  if (noun < 0) return -1;
  const named = tokens[noun]!.lemma;
  return EMPTY.has(lemma) || family(named) !== named ? noun : -1;
}

/** The head of the first noun phrase of a range: the last noun before a preposition, a mark or another part of speech. */
function firstHead(tokens: readonly Token[], { start, end }: Span): number {
  let head = -1;
  for (let at = start; at < end; at++) {
    const { pos } = tokens[at]!;
    if (pos === "NUM") return -1;
    if (pos === "NOUN") head = at;
    else if (head >= 0) return head;
    else if (pos !== "DET" && pos !== "ADJ" && pos !== "PRON" && pos !== "ADV" && pos !== "VERB") return -1;
  }
  return head;
}
