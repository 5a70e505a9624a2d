/**
 * Verbs that a denied object takes from the clause before: "supports the rise but not the levy" does not support the levy.
 * Knows the predicates of one sentence.
 */
import type { Span, Token } from "../../text/types.ts";
import { CLAUSE_MARKS, span } from "./scope.ts";
import type { Predicate } from "./types.ts";

/** Words that a denied object may open with; "but not all", "but not yet" deny something else. */
const OPENING = /^(?:the|a|an|its|their|his|her|our|this|these|those|any)$/i;
const PHRASE = new Set(["DET", "ADJ", "NOUN", "PROPN", "PRON", "ADP", "PART", "NUM"]);

/** The predicates, the verb before each "but not" once more with the object that is denied. */
export function withGapped(tokens: readonly Token[], predicates: readonly Predicate[]): Predicate[] {
  const found = [...predicates];
  tokens.forEach((token, at) => {
    if (token.lemma !== "but" || tokens[at + 1]?.lemma !== "not") return;
    const object = phraseAt(tokens, at + 2);
    const index = object ? verbBefore(tokens, found, at) : -1;
    if (!object || index < 0) return;
    const verb = found[index]!;
    const trimmed = verb.object && verb.object.end > at ? { start: verb.object.start, end: at } : verb.object;
    const denied = { polarity: -1, negation: span(tokens, at, at + 2), object, gapped: true } as const;
    found.splice(index, 1, { ...verb, object: trimmed }, { ...verb, ...denied });
  });
  return found;
}

/** "the levy": a noun phrase up to a mark or the end; null where a verb or another clause follows. */
function phraseAt(tokens: readonly Token[], start: number): Span | null {
  if (!OPENING.test(tokens[start]?.text ?? "")) return null;
  let end = start;
  while (end < tokens.length && PHRASE.has(tokens[end]!.pos) && !CLAUSE_MARKS.has(tokens[end]!.lemma))
    end += 1;
  return end === tokens.length || tokens[end]!.pos === "PUNCT" ? { start, end } : null;
}

/** Index of the nearest affirmed finite verb before, with an object and no mark but a comma between; -1 for none. */
function verbBefore(tokens: readonly Token[], predicates: readonly Predicate[], at: number): number {
  for (let index = predicates.length - 1; index >= 0; index--) {
    const { form, tense, tokens: group, polarity, bare, object, passive } = predicates[index]!;
    if (form !== "verb" || group.end > at) continue;
    if (tense === "none" || polarity === -1 || bare || passive || !object || object.start >= at - 1)
      return -1;
    const between = tokens.slice(group.end, at);
    return between.some(({ lemma }) => lemma !== "," && CLAUSE_MARKS.has(lemma)) ? -1 : index;
  }
  return -1;
}
