/**
 * Which of several like things is meant: the north side or the south side, the workers' members or the employers'. Compares
 * the words that tell things of one noun apart. Knows phrases and words.
 */
import { family, opposites, siblings, similarity } from "../../lexicon/index.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Token } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { keptFor } from "../kept.ts";
import { contextLikeness, type FeatureMatch, matchFeatures } from "../name/context.ts";
import { isQuoted } from "../stance.ts";
import type { Finding } from "../types.ts";
import {
  type AskedSentence,
  keptBeside,
  type RelationContext,
  relationFinding,
  sharedWords,
} from "./context.ts";
import { areOtherParties } from "./parties.ts";

/** A word that tells one thing from others of its noun. */
interface Qualifier {
  readonly at: number;
  readonly lemma: string;
  /** A direction without its ending ("north" of "northern"), else null. */
  readonly side: string | null;
  /** The noun that it stands before, as family. */
  readonly head: number;
}

const OPPOSITE_SIDES: Readonly<Record<string, string>> = {
  north: "south",
  south: "north",
  east: "west",
  west: "east",
  upper: "lower",
  lower: "upper",
  left: "right",
  right: "left",
  inner: "outer",
  outer: "inner",
  inbound: "outbound",
  outbound: "inbound",
  upstream: "downstream",
  downstream: "upstream",
};
const TIMES =
  /^(?:minute|hour|day|night|week|weekend|month|quarter|year|decade|century|season|spring|summer|autumn|winter|morning|evening)$/;
const CANDIDATES = 6;

/** "northern", "northward", "north-bound" → "north". */
function sideOf(word: string): string | null {
  const base = word.toLowerCase().replace(/(?:ern|erly|wards?|bound)$/, "");
  return base in OPPOSITE_SIDES ? base : word.toLowerCase() in OPPOSITE_SIDES ? word.toLowerCase() : null;
}

/** The words of a sentence that tell a thing from others of its noun, in order. */
const readQualifiers: (sentence: Sentence) => readonly Qualifier[] = keptFor((sentence) => {
  const { tokens } = sentence;
  return tokens.flatMap((token, at) => {
    const side = sideOf(token.text);
    if (side === null && token.pos !== "NOUN") return [];
    if (sentence.names.some(({ start, end }) => start <= token.start && token.end <= end)) return [];
    const head = headAfter(tokens, at);
    return head > at ? [{ at, lemma: token.lemma, side, head }] : [];
  });
});

/** Token index of the noun that a word qualifies, a possessive mark and adjectives between; -1 where there is none. */
function headAfter(tokens: readonly Token[], at: number): number {
  let head = -1;
  for (let i = at + 1; i < Math.min(tokens.length, at + 4); i++) {
    const token = tokens[i]!;
    if (token.pos === "NOUN" || (i === at + 1 && token.pos === "VERB" && tokens[at - 1]?.pos === "DET"))
      head = i;
    else if (!/^['’]s?$/.test(token.text) && token.pos !== "ADJ") break;
  }
  return head;
}

interface Rival {
  readonly pairing: Pairing;
  readonly theirs: Qualifier;
  readonly likeness: number;
  readonly support: number;
  readonly same: boolean;
}

/** Findings on words that tell like things apart. */
export function checkSides(context: RelationContext): Finding[] {
  const { sentence, stance, pairings } = context;
  if (stance.question || stance.supposed === 1) return [];
  const mine = qualifiersTold(sentence);
  if (mine.length === 0) return [];
  const beside = pairings.slice(0, CANDIDATES).map((pairing) => rivalsBeside(context, pairing));
  return mine.flatMap((one, i) => {
    const rivals = beside.flatMap((ofStatement) => ofStatement[i]!);
    return decide(context, one, rivals);
  });
}

/** The qualifiers that the sentence says in its own words and does not deny. */
const qualifiersTold = keptFor((sentence: Sentence) =>
  readQualifiers(sentence).filter(
    ({ at }) => !isQuoted(sentence, sentence.tokens[at]!) && !isDenied(sentence.tokens, at),
  ),
);

/** For each qualifier that the sentence tells what stands beside it in a statement. */
const rivalsBeside = keptBeside((asked, pairing): readonly (readonly Rival[])[] => {
  const { sentence } = asked;
  const stated = pairing.statement.sentence;
  const others = readQualifiers(stated);
  let match: FeatureMatch | null = null;
  return qualifiersTold(sentence).map((one) =>
    others.flatMap((theirs) => {
      const same = isSame(one, theirs);
      if (!same && !isAlternative(one, theirs)) return [];
      if (!headsAlike(sentence.tokens[one.head]!, stated.tokens[theirs.head]!)) return [];
      match ??= matchFeatures(sentence, stated);
      return [{ pairing, theirs, same, ...likenessOf(asked, match, one, theirs) }];
    }),
  );
});

const isSame = (a: Qualifier, b: Qualifier): boolean =>
  a.side !== null || b.side !== null
    ? a.side === b.side
    : family(a.lemma) === family(b.lemma) || similarity(a.lemma, b.lemma) >= 0.7;

function isAlternative(a: Qualifier, b: Qualifier): boolean {
  if (a.side !== null || b.side !== null) return a.side !== null && OPPOSITE_SIDES[a.side] === b.side;
  if (TIMES.test(a.lemma) || TIMES.test(b.lemma)) return false;
  return opposites(a.lemma, b.lemma) || siblings(a.lemma, b.lemma) || areOtherParties(a.lemma, b.lemma);
}

function headsAlike(a: Token, b: Token): boolean {
  return family(a.lemma) === family(b.lemma) || similarity(a.lemma, b.lemma) >= 0.7;
}

function isDenied(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 3), at).some(({ text }) => /^(not|than|no|without|nor)$/i.test(text));
}

function likenessOf(
  { index }: AskedSentence,
  match: FeatureMatch,
  mine: Qualifier,
  theirs: Qualifier,
): { likeness: number; support: number } {
  const { share, support } = contextLikeness(
    match,
    { first: mine.at, last: mine.head },
    { first: theirs.at, last: theirs.head },
    (key) => index.rarity(key),
  );
  return { likeness: share, support };
}

function decide(context: RelationContext, mine: Qualifier, rivals: readonly Rival[]): Finding[] {
  const rival = best(rivals.filter(({ same }) => !same));
  const agreeing = best(rivals.filter(({ same }) => same));
  if (!rival || rival.likeness < 0.3) return [];
  if (rival.support < 0.6 && !(mine.side && rival.likeness >= 0.45)) return [];
  if (agreeing && rival.likeness - agreeing.likeness < 0.1) return [];
  return [contradiction(context, mine, rival)];
}

function best(rivals: readonly Rival[]): Rival | undefined {
  let top: Rival | undefined;
  for (const rival of rivals) if (!top || rival.likeness > top.likeness) top = rival;
  return top;
}

function contradiction(
  context: RelationContext,
  mine: Qualifier,
  { pairing, theirs, likeness, support }: Rival,
): Finding {
  const { sentence } = context;
  const stated = pairing.statement.sentence;
  const word = sentence.tokens[mine.at]!;
  const other = stated.tokens[theirs.at]!;
  const newText =
    mine.side && theirs.side ? turned(word.text, mine.side, theirs.side) : cased(other.text, word.text);
  const span = { start: word.start, end: word.end };
  return relationFinding(context, pairing, {
    kind: mine.side ? "name" : "relation",
    span,
    focus: { start: other.start, end: other.end },
    confidence: Math.min(0.92, 0.6 + 0.4 * likeness),
    replacement: { span, newText },
    expected: newText,
    features: { side: 1, likeness, support, own: sharedWords(pairing, [], []).own },
  });
}

/** "southern" → "northern": the draft's ending with the other direction. */
function turned(word: string, from: string, to: string): string {
  return cased(to + word.slice(from.length), word);
}

function cased(word: string, like: string): string {
  return /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word.toLowerCase();
}
