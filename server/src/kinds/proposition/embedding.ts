/**
 * Which verb stands in the reach of which: infinitives, gerunds, that-clauses, and clauses that are only named. Knows
 * tokens and verb groups only.
 */
import type { Token } from "../../text/types.ts";
import { EXCLUDING, SUPPOSING, UNPROVEN } from "./operators.ts";
import { CLAUSE_MARKS, OPEN, type Scope, span } from "./scope.ts";
import type { VerbGroup } from "./verb-groups.ts";

/** "without mentioning", "against paying": the preposition rules, not the verb before it. */
export function excluded(tokens: readonly Token[], group: VerbGroup): boolean {
  return group.gerund && EXCLUDING.has(tokens[group.tokens.start - 1]?.lemma ?? "");
}

/** "is not among the things that he was asked": a relative clause below a denied "is" tells nothing by itself. */
export function excludes(
  tokens: readonly Token[],
  { group: outer, scope }: { readonly group: VerbGroup; readonly scope: Scope },
  group: VerbGroup,
): boolean {
  if (!outer.bare || scope.polarity === 1 || tokens[outer.head]!.lemma !== "be") return false;
  const between = tokens.slice(outer.tokens.end, group.tokens.start);
  if (between.some(({ lemma }) => CLAUSE_MARKS.has(lemma))) return false;
  const at = between.findIndex(
    ({ lemma, pos }) => lemma === "who" || lemma === "which" || (lemma === "that" && pos !== "DET"),
  );
  // "It is not true that …" denies the clause itself.
  return at > 0 && between[at - 1]!.pos !== "ADJ";
}

/** An infinitive, a gerund or a that-clause right after a verb stands in that verb's reach. */
export function embeds(tokens: readonly Token[], outer: VerbGroup, group: VerbGroup): boolean {
  if (group.gerund && tokens[group.tokens.start - 1]?.lemma === ",") return false;
  if (group.gerund && PRESUPPOSING.has(tokens[group.tokens.start - 1]?.lemma ?? "")) return false;
  if (isApart(tokens, outer, group)) return false;
  if (group.infinitive || group.gerund || isWantedDone(tokens, outer, group)) return true;
  if (tokens[group.tokens.start - 1]?.pos === "CCONJ") return false;
  if (CAUSATIVE.has(tokens[outer.head]!.lemma) && isBareInfinitive(tokens, outer, group)) return true;
  for (let at = outer.tokens.end; at < group.tokens.start; at++) {
    const lemma = tokens[at]!.lemma;
    if (lemma === "whether") return true;
    if (lemma === "that" && !isDemonstrative(tokens, at, group))
      return opensContent(tokens, outer, at) && !isRelativeClause(tokens, at, group);
    if (CLAUSE_MARKS.has(lemma) || lemma === "and" || lemma === "but") return false;
  }
  return false;
}

/** "is not free: 2 percent, to be paid by the owner": a mark keeps an infinitive from the verb before it. */
function isApart(tokens: readonly Token[], outer: VerbGroup, group: VerbGroup): boolean {
  if (!group.infinitive && !group.gerund) return false;
  // "has yet to ratify two: freedom of association and the right to organize"
  if (tokens.slice(outer.tokens.end, group.tokens.start).some(({ lemma }) => lemma === ":" || lemma === ";"))
    return true;
  if (!group.infinitive) return false;
  const mark = tokens[group.tokens.start - 1]?.lemma ?? "";
  return mark === "," ? outer.bare : CLAUSE_MARKS.has(mark);
}

/** "supports that plan, which …": taggers mix the two up, but a clause's "that" has no mark before its verb. */
function isDemonstrative(tokens: readonly Token[], that: number, group: VerbGroup): boolean {
  return (
    tokens[that]!.pos === "DET" &&
    tokens.slice(that, group.tokens.start).some(({ lemma }) => CLAUSE_MARKS.has(lemma))
  );
}

/** "not satisfied that the holidays that he spent": a second "that" or "who" between belongs to a clause of its own. */
function isRelativeClause(tokens: readonly Token[], that: number, group: VerbGroup): boolean {
  return tokens
    .slice(that + 1, group.tokens.start)
    .some(({ lemma, pos }) => lemma === "who" || lemma === "which" || (lemma === "that" && pos !== "DET"));
}

/** "said that", "told them that", "found evidence that": behind any other noun "that" is a relative pronoun. */
function opensContent(tokens: readonly Token[], outer: VerbGroup, at: number): boolean {
  const noun = tokens
    .slice(outer.tokens.end, at)
    .filter(({ pos }) => pos === "NOUN" || pos === "PROPN")
    .at(-1);
  return !noun || TELLING.has(tokens[outer.head]!.lemma) || CONTENT_NOUNS.has(noun.lemma);
}
/** Verbs whose that-clause is as sure as its teller, whoever is told. */
export const TELLING = new Set(
  "say note add report tell inform assure warn remind persuade convince notify promise show teach".split(" "),
);
const CONTENT_NOUNS = new Set(
  `evidence claim report proposal announcement decision fear news fact idea statement allegation suggestion proof sign
  view belief assumption condition finding conclusion doubt concern hope impression indication guarantee assurance
  complaint argument accusation reason understanding warning chance possibility request demand plan motion call
  petition plea application condition`.split(/\s+/),
);

/** "punished for helping", "by closing": what follows stays true where the verb before is denied. */
const PRESUPPOSING = new Set([
  "for",
  "by",
  "after",
  "before",
  "since",
  "in",
  "on",
  "while",
  "when",
  "despite",
]);

/** "let the museums sell": the bare infinitive stands in the reach of the verb before it. */
const CAUSATIVE = new Set(["let", "make", "help", "see", "have"]);

/** "wants the bill sent back": a participle behind the object of a wish is what is wished. */
function isWantedDone(tokens: readonly Token[], outer: VerbGroup, group: VerbGroup): boolean {
  const { start, end } = group.tokens;
  if (!WISHES.has(tokens[outer.head]!.lemma) || end - start !== 1 || group.bare) return false;
  const between = tokens.slice(outer.tokens.end, start);
  return (
    between.length > 0 &&
    tokens[start]!.text.toLowerCase() !== tokens[start]!.lemma &&
    !/s$/i.test(tokens[start]!.text) &&
    between.every(({ pos, lemma }) => WITHIN_PHRASE.has(pos) || lemma === "'s")
  );
}
const WISHES = new Set(["want", "need", "prefer", "like"]);
const WITHIN_PHRASE = new Set(["DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADP"]);

function isBareInfinitive(
  tokens: readonly Token[],
  outer: VerbGroup,
  { tokens: { start, end }, head, modal }: VerbGroup,
): boolean {
  const verb = tokens[head]!;
  const between = tokens.slice(outer.tokens.end, start);
  if (between.some(({ lemma, pos }) => CLAUSE_MARKS.has(lemma) || pos === "SCONJ")) return false;
  return end - start === 1 && modal === null && verb.text.toLowerCase() === verb.lemma;
}

/** What conjunctions and nouns before a verb make of its clause. */
export function clauseScope(tokens: readonly Token[], from: number, group: VerbGroup): Scope {
  const first = from > 0 && isProviso(tokens, from - 1) ? from - 1 : from;
  for (let at = group.tokens.start - 1; at >= first; at--) {
    const token = tokens[at]!;
    const lemma = token.lemma;
    const unproven = lemma === "that" ? unprovenBefore(tokens, at) : -1;
    if (unproven >= 0)
      return {
        ...OPEN,
        mood: tokens[unproven]!.lemma === "condition" ? "intended" : "supposed",
        operator: span(tokens, unproven, unproven + 1),
        lemma: tokens[unproven]!.lemma,
      };
    if (opensPhrase(tokens, at, group) || isWhenItWas(lemma, group)) continue;
    if (
      (SUPPOSING.has(lemma) && lemma !== "should") ||
      (ASKING.has(lemma) && at > 0) ||
      isProviso(tokens, at)
    )
      return { ...OPEN, mood: "supposed", operator: span(tokens, at, at + 1), lemma };
    if (EXCLUDING.has(lemma) && group.gerund)
      return { ...OPEN, polarity: -1, negation: span(tokens, at, at + 1) };
  }
  return OPEN;
}

/** "…, provided that it agrees": a condition that taggers take for a verb. */
export function isProviso(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    /^provid(?:ed|ing)$/i.test(tokens[at]!.text) &&
    (at === 0 || tokens[at - 1]!.lemma === ",") &&
    (next?.lemma === "that" || next?.pos === "DET" || next?.pos === "PROPN" || next?.pos === "PRON")
  );
}

/** "was wrong when he criticised it": in the past "when" tells what was so. */
function isWhenItWas(lemma: string, { tense, modal }: VerbGroup): boolean {
  return lemma === "when" && tense === "past" && modal === null;
}

/** "Before the meeting, the fee was cut", "until now it was": a preposition with its noun, no conjunction of the verb. */
function opensPhrase(tokens: readonly Token[], at: number, { tokens: { start } }: VerbGroup): boolean {
  const { lemma } = tokens[at]!;
  if (lemma !== "before" && lemma !== "until") return false;
  const comma = tokens.slice(at + 1, start).findIndex((token) => token.lemma === ",");
  return comma > 0 ? at + comma + 2 < start : tokens[at + 1]?.pos === "ADV" && at + 2 < start;
}

/** "a report in a newspaper that": the noun that the that-clause spells out, or -1. */
function unprovenBefore(tokens: readonly Token[], that: number): number {
  if (tokens[that - 1]?.pos === "CCONJ") {
    const first = tokens.findIndex(({ lemma }) => lemma === "that");
    return first < that ? unprovenBefore(tokens, first) : -1;
  }
  for (let at = that - 1; at >= Math.max(0, that - 7); at--) {
    const { lemma, pos } = tokens[at]!;
    if (UNPROVEN.has(lemma) && pos === "NOUN") return isTold(tokens, at, that) ? -1 : at;
    if (pos === "VERB" || pos === "AUX" || CLAUSE_MARKS.has(lemma)) return -1;
  }
  return -1;
}

/** "The agency reports that": a verb that the tagger takes for a noun. */
function isTold(tokens: readonly Token[], at: number, that: number): boolean {
  const { text, lemma } = tokens[at]!;
  return at === that - 1 && text.toLowerCase() === `${lemma}s` && tokens[at - 1]?.pos === "PROPN";
}

/** "what the inquiry found", "how it voted": named, not told. */
const ASKING = new Set(["what", "how", "why"]);
