/**
 * Nouns that the tagger takes for verbs: "take it to court", "a fixed address", "logs of maintenance". Tells them by where they
 * stand. Knows tokens only.
 */
import type { Token } from "../../text/types.ts";

/** "take the state to court": nouns behind a preposition "to" that are verbs too. */
export const TO_NOUN = new Set(
  "court market trial task school war parliament power people hospital office".split(" "),
);

/** "the way to work", "access to power": a noun behind "to" that the tagger takes for a verb. */
export function isToNoun(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.lemma !== "to") return false;
  // "getting to work", "the distance to work"
  const isWay = tokens[at]!.lemma === "work" && WAYS.has(tokens[at - 2]?.lemma ?? "");
  return isWay || TO_NOUN.has(tokens[at]!.lemma);
}
const WAYS = new Set("get distance way journey travel drive commute walk cycle trip road".split(" "));

/** "a fixed address": behind an article and a participle stands no verb, whatever the tagger says. */
export function isNounOfParticiple(tokens: readonly Token[], at: number): boolean {
  const [article, participle, { text, lemma }] = [tokens[at - 2], tokens[at - 1], tokens[at]!];
  return (
    text === lemma &&
    participle?.pos === "VERB" &&
    /(?:ed|en)$/i.test(participle.text) &&
    /^(?:an?|no)$/i.test(article?.text ?? "")
  );
}

/** "Logs of remote maintenance should be kept": no verb in -s opens a sentence before "of". */
export function isOpeningNoun(tokens: readonly Token[], at: number): boolean {
  const { text, lemma, pos } = tokens[at]!;
  return (
    at === 0 &&
    pos === "VERB" &&
    text.toLowerCase() === `${lemma}s` &&
    tokens[1]?.lemma === "of" &&
    !TAKING_OF.has(lemma)
  );
}
const TAKING_OF = new Set("consist approve dispose speak think complain warn disapprove".split(" "));
