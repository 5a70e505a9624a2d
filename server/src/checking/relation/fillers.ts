/**
 * Another thing in one place of a nearly restated sentence: "the tax on electricity rises" beside "the tax on water goes
 * up", "the southern slope" beside "the northern slope", "wheat, barley or oats" beside "wheat, barley or maize". Knows
 * common nouns, the word that they complete and how much the rest of two sentences agrees.
 */
import { compareDates } from "../../kinds/date/compare.ts";
import { compareQuantities } from "../../kinds/quantity/compare.ts";
import { areSynonyms, opposites, sameFamily, siblings, similarity } from "../../lexicon/index.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span, Token } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { keptFor } from "../kept.ts";
import { isQuoted } from "../stance.ts";
import type { Finding } from "../types.ts";
import {
  neighbourhood,
  type RelationContext,
  relationFinding,
  type Shared,
  sharedWords,
  spanOf,
} from "./context.ts";

/** A word that completes another: "electricity" in "the tax on electricity". Token indices, `end` exclusive. */
interface Filler extends Span {
  /** Lemma of the word that is completed, and of the filler's own head. */
  readonly head: string;
  readonly lemma: string;
  /** Token of the completed word. */
  readonly at: number;
  /** The preposition between the two; "" for a word before its head. */
  readonly by: string;
}

interface Rival {
  readonly pairing: Pairing;
  readonly theirs: Filler;
  readonly shared: Shared;
}

/** So much of both sentences, fillers aside, is the same. */
const SHARE = 0.62;
const BACK = 0.25;
const OWN = 1.15;
/** A statement with the draft's own words that meets it as well by this much may be what it tells. */
const MARGIN = 0.5;
/** Words at least so alike may mean one thing. */
const ALIKE = 0.65;

const LINKS = /^(?:of|for|on|against|in|at|from|to|with)$/;
/** Words that fill any place and tell no thing apart. */
const VAGUE =
  /^(?:year|month|week|day|time|part|kind|sort|way|rest|number|total|level|share|half|lot|other|one|thing|matter|place|case|area|end|start|people|person|side|year|date|figure|amount|value|line|point|term|state|country)$/;
/** "basis points", "percentage points": how a figure is written. */
const UNITS = /^(?:point|percent|rate|hour|metre|meter|mile|tonne|ton)$/;

/** Findings on things that a source has in another's place. */
export function checkFillers(context: RelationContext): Finding[] {
  const { sentence, stance } = context;
  if (stance.question || stance.supposed === 1 || sentence.block.kind === "heading") return [];
  if (/\b(?:not|no|never|nobody|none|neither|nor|without)\b|n['’]t\b/i.test(sentence.text)) return [];
  return fillersOf(sentence).flatMap((mine) => {
    const [nearest] = context.pairings;
    if (!nearest || isQuoted(sentence, spanOf(sentence, mine.start, mine.end))) return [];
    const [rival] = rivalsIn(context, mine, nearest);
    if (!rival || rival.shared.share - ownShare(context, mine) < MARGIN) return [];
    return [contradiction(context, mine, rival)];
  });
}

function rivalsIn(context: RelationContext, mine: Filler, pairing: Pairing): Rival[] {
  const { sentence } = context;
  const stated = pairing.statement.sentence;
  if (stated.block.kind === "heading" || !valuesAgree(sentence, stated)) return [];
  if (neighbourhood(pairing.statement, 1).some((near) => says(near, mine.lemma))) return [];
  return fillersOf(stated).flatMap((theirs): Rival[] => {
    if (!isInPlace(mine, theirs) || says(sentence, theirs.lemma)) return [];
    if (!areApart(context, mine, theirs)) return [];
    const shared = sharedWords(pairing, [mine], [theirs]);
    if (shared.share < SHARE || shared.back < BACK || shared.own < OWN) return [];
    return [{ pairing, theirs, shared }];
  });
}

/**
 * Whether the two are of two things: named apart by the lexicon, or by the sources, which have both words. A word of the
 * draft alone is mostly another word for the same.
 */
function areApart({ sentence, index }: RelationContext, mine: Filler, theirs: Filler): boolean {
  if (areSynonyms(mine.lemma, theirs.lemma)) return false;
  if (siblings(mine.lemma, theirs.lemma) || opposites(mine.lemma, theirs.lemma)) return true;
  const term = sentence.terms.find(({ token }) => token === mine.end - 1);
  return term !== undefined && index.holds(term.key) && similarity(mine.lemma, theirs.lemma) < ALIKE;
}

/** Whether both complete one word in one way. */
function isInPlace(mine: Filler, theirs: Filler): boolean {
  if (sameFamily(mine.lemma, theirs.lemma)) return false;
  if (mine.head !== theirs.head && !sameFamily(mine.head, theirs.head)) return false;
  return mine.by === theirs.by;
}

const says = ({ tokens }: Sentence, lemma: string): boolean =>
  tokens.some((token) => token.lemma === lemma || sameFamily(token.lemma, lemma));

/** Whether each figure and day of the sentence is one of the statement's, or none is given at all. */
function valuesAgree(sentence: Sentence, stated: Sentence): boolean {
  const told = sentence.quantities.filter(({ dimension, nominal }) => dimension !== "count" || nominal > 2);
  return (
    told.every((one) => stated.quantities.some((other) => compareQuantities(one, other) === "agrees")) &&
    sentence.dates.every(
      (one) =>
        stated.dates.length === 0 || stated.dates.some((other) => compareDates(one, other) !== "conflicts"),
    )
  );
}

/** The most of the sentence that a statement meets which has the draft's own words in this place. */
function ownShare({ pairings }: RelationContext, mine: Filler): number {
  const own = pairings.flatMap((pairing) =>
    says(pairing.statement.sentence, mine.lemma) ? [sharedWords(pairing, [mine], []).share] : [],
  );
  return Math.max(0, ...own);
}

const fillersOf: (sentence: Sentence) => readonly Filler[] = keptFor((sentence) =>
  sentence.tokens.flatMap((token, at) => {
    if (token.pos !== "NOUN" || UNITS.test(token.lemma) || !isPlain(sentence, at)) return [];
    return [...before(sentence, at), ...behind(sentence, at)].filter(({ lemma }) => !VAGUE.test(lemma));
  }),
);

/** "leasing loans", "the southern slope": the word before a head noun. */
function before(sentence: Sentence, at: number): Filler[] {
  const { tokens } = sentence;
  const word = tokens[at - 1];
  if (!word || tokens[at + 1]?.pos === "NOUN" || !isPlain(sentence, at - 1)) return [];
  if (word.pos !== "NOUN" && !isContrasting(word)) return [];
  return [{ start: at - 1, end: at, head: tokens[at]!.lemma, lemma: word.lemma, at, by: "" }];
}

/** Adjectives that tell one thing from its like, not how it is. */
const isContrasting = ({ text }: Token): boolean =>
  /^(?:north|south|east|west|northern|southern|eastern|western|left|right|upper|lower|inner|outer|first|second|third|urban|rural|public|private|domestic|foreign|internal|external|adult|junior|senior|primary|secondary|male|female|daily|weekly|monthly|annual|quarterly|national|local|regional|federal|provincial)$/i.test(
    text,
  );

/** "the tax on electricity": the noun behind a preposition. */
function behind(sentence: Sentence, at: number): Filler[] {
  const { tokens } = sentence;
  const by = tokens[at + 1]?.text ?? "";
  if (!LINKS.test(by)) return [];
  let start = at + 2;
  while (/^(?:DET|NUM)$/.test(tokens[start]?.pos ?? "")) start += 1;
  let end = start;
  while (tokens[end]?.pos === "ADJ" && end - start < 2) end += 1;
  if (tokens[end]?.pos !== "NOUN" || !isPlain(sentence, end)) return [];
  while (tokens[end + 1]?.pos === "NOUN" && isPlain(sentence, end + 1)) end += 1;
  return [{ start, end: end + 1, head: tokens[at]!.lemma, lemma: tokens[end]!.lemma, at, by }];
}

/** A word of its own, no part of a name, a figure or a date. */
function isPlain({ tokens, names, quantities, dates }: Sentence, at: number): boolean {
  const { start, end } = tokens[at]!;
  const within = (one: Span) => start < one.end && one.start < end;
  return (
    /^\p{L}{3,}/u.test(tokens[at]!.text) &&
    ![...names, ...dates, ...quantities.map(({ number }) => number)].some(within)
  );
}

function contradiction(context: RelationContext, mine: Filler, { pairing, theirs, shared }: Rival): Finding {
  const { sentence } = context;
  const stated = pairing.statement.sentence;
  const span = spanOf(sentence, mine.start, mine.end);
  const focus = spanOf(stated, theirs.start, theirs.end);
  const newText = stated.text.slice(focus.start, focus.end);
  return relationFinding(context, pairing, {
    kind: "name",
    span,
    focus,
    confidence: Math.min(0.9, 0.6 + 0.3 * shared.share),
    replacement: { span, newText },
    expected: newText,
    features: { filler: 1, share: shared.share, own: shared.own, back: shared.back },
  });
}
