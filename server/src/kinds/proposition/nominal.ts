/**
 * Predicates that are no verbs: nouns that name an act, what follows a copula, words of degree and direction.
 */
import { family } from "../../lexicon/index.ts";
import type { Span, Token } from "../../text/types.ts";
import { phrasalMeaning } from "./light.ts";
import { EXCLUDING, isAsked, isDenier } from "./operators.ts";
import { CLAUSE_MARKS, flip, OPEN, type Scope, span } from "./scope.ts";
import type { Predicate } from "./types.ts";
import { isNegator, type VerbGroup } from "./verb-groups.ts";

/** Nouns and adjectives that the verb reaches; behind a bare "is" they are what is said of the subject. */
export function nounPredicates(
  tokens: readonly Token[],
  group: VerbGroup,
  object: Span | null,
  scope: Scope,
  subject: Span | null,
  own: Scope = scope,
): Predicate[] {
  if (!object) return [];
  const found: Predicate[] = [];
  const governor = group.bare ? null : group.head;
  let current = scope;
  for (let at = object.start; at < object.end; at++) {
    const token = tokens[at]!;
    if (CLAUSE_MARKS.has(token.lemma)) current = OPEN;
    if (EXCLUDING.has(token.lemma) && !isParticle(tokens, group, at))
      current = flip(current, span(tokens, at, at + 1));
    if (isRatherThan(tokens, at)) current = flip(OPEN, span(tokens, at, at + 2));
    if (isPending(tokens, at)) current = { ...current, mood: "intended", lemma: token.lemma };
    if (isDenier(tokens, at) && current.polarity === 1) current = flip(current, span(tokens, at, at + 1));
    if (isNegator(token)) current = flip(OPEN, span(tokens, at, at + 1));
    const noun = token.pos === "NOUN" || headsPhrase(tokens, at);
    if (!noun && token.pos !== "ADJ") continue;
    const complement =
      (group.bare || LINKING.has(tokens[group.head]!.lemma)) && (!noun || found.length === 0);
    if (!noun && !complement) continue;
    const over = current === scope && standsByItself(token, scope) ? own : current;
    found.push(nounPredicate(tokens, at, complement ? "complement" : "noun", over, subject, governor));
  }
  return found;
}

/** "decided against", "came out against an extension": the verb denies with its particles, once. */
function isParticle(tokens: readonly Token[], group: VerbGroup, at: number): boolean {
  return at < group.tokens.end + PARTICLES && phrasalMeaning(tokens, group) !== null;
}
/** Most particles behind a verb. */
const PARTICLES = 2;

/**
 * "since a failure of its pumps", "turned down a request to": what denies or asks for what follows is itself there, as
 * surely as its verb.
 */
function standsByItself({ lemma, start }: Token, { operator, lemma: by }: Scope): boolean {
  if (operator === null || by === null) return false;
  return (operator.start === start && by === lemma) || (ANSWERING.has(by) && isAsked(lemma));
}
/** Verbs that say no to what was asked or proposed. */
const ANSWERING = new Set(
  "reject dismiss refuse dispute decline turn oppose withdraw drop scrap abandon".split(" "),
);

/** "hopeful rather than certain": what follows is set aside. */
function isRatherThan(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.lemma === "rather" && tokens[at + 1]?.lemma === "than";
}

/** "subject to the approval of", "conditional on a vote": what follows is still to come. */
function isPending(tokens: readonly Token[], at: number): boolean {
  return (
    PENDING.has(tokens[at]!.lemma) &&
    tokens[at]!.pos === "ADJ" &&
    /^(?:to|on|upon)$/.test(tokens[at + 1]?.lemma ?? "")
  );
}
const PENDING = new Set(["subject", "conditional", "contingent", "dependent"]);

/** "an administrative fine of 2 million": a noun that the tagger takes for an adjective. */
function headsPhrase(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.pos;
  return (
    tokens[at]!.pos === "ADJ" && (before === "DET" || before === "ADJ") && tokens[at + 1]?.lemma === "of"
  );
}

/** Verbs that join a property to their subject as "be" does. */
const LINKING = new Set(["remain", "stay", "become", "prove", "appear", "seem", "look", "stand", "keep"]);

/** Nouns outside any verb's reach: subjects, headings, fragments. */
export function freeNouns(tokens: readonly Token[], taken: readonly Predicate[]): Predicate[] {
  const heads = new Set(taken.map((predicate) => predicate.head));
  const found: Predicate[] = [];
  let scope = OPEN;
  tokens.forEach((token, at) => {
    if (CLAUSE_MARKS.has(token.lemma)) scope = OPEN;
    if (isNegator(token) || EXCLUDING.has(token.lemma) || isDenier(tokens, at))
      scope = flip(OPEN, span(tokens, at, at + 1));
    if (token.pos === "VERB" || token.pos === "AUX") scope = OPEN;
    if (token.pos === "NOUN" && !heads.has(at)) found.push(nounPredicate(tokens, at, "noun", scope, null));
  });
  return found;
}

/** Words that tell one state from its opposite: adjectives, adverbs, and prepositions of direction or side. */
const SIDES = new Set(
  "up down above below over under before after with without for against inside outside within beyond".split(
    " ",
  ),
);

/** "last month", "next year": a date, no rank. */
function isTimeWord(tokens: readonly Token[], at: number): boolean {
  return /^(last|next|past|early|late)$/.test(tokens[at]!.lemma) && TIME.has(tokens[at + 1]?.lemma ?? "");
}
const TIME = new Set(
  `day night week weekend month quarter year decade century spring summer autumn fall winter january february march
  april may june july august september october november december monday tuesday wednesday thursday friday saturday
  sunday`.split(/\s+/),
);

/** What adjectives, adverbs and words of a side say ("a secret vote"), less those that head a predicate of `taken`. */
export function modifiers(tokens: readonly Token[], taken: readonly Predicate[]): Predicate[] {
  const heads = new Set(taken.map((predicate) => predicate.head));
  const found: Predicate[] = [];
  tokens.forEach((token, at) => {
    const side = SIDES.has(token.lemma) && token.pos !== "NOUN";
    const graded = (token.pos === "ADJ" || token.pos === "ADV") && token.text.length > 3 && !isNegator(token);
    if (heads.has(at) || !(side || graded) || isTimeWord(tokens, at)) return;
    const without =
      token.lemma === "with" && tokens[at + 1]?.lemma === "no" ? span(tokens, at + 1, at + 2) : null;
    const aside = at > 1 && isRatherThan(tokens, at - 2) ? span(tokens, at - 2, at) : null;
    const denier = denierBefore(tokens, at);
    const denied = denier >= 0 ? span(tokens, denier, at) : (aside ?? without);
    found.push(nounPredicate(tokens, at, "modifier", denied ? flip(OPEN, denied) : OPEN, null));
  });
  return found;
}

/** Token index of what denies the word behind it: "not fixed", "without a fixed address"; -1 where nothing does. */
function denierBefore(tokens: readonly Token[], at: number): number {
  const before = tokens[at - 1];
  if (before && (isNegator(before) || before.lemma === "without")) return at - 1;
  return before?.pos === "DET" && tokens[at - 2]?.lemma === "without" ? at - 2 : -1;
}

function nounPredicate(
  tokens: readonly Token[],
  at: number,
  form: "noun" | "complement" | "modifier",
  scope: Scope,
  subject: Span | null,
  governor: number | null = null,
): Predicate {
  const token = tokens[at]!;
  return {
    head: at,
    lemma: token.lemma,
    key: family(token.lemma),
    meaning: token.lemma,
    governor,
    form,
    span: { start: token.start, end: token.end },
    tokens: { start: at, end: at + 1 },
    polarity: scope.polarity,
    negation: scope.negation,
    mood: scope.mood,
    operator: scope.lemma,
    operatorSpan: scope.operator,
    tense: "none",
    passive: false,
    bare: false,
    pronominal: false,
    subject,
    object: null,
  };
}
