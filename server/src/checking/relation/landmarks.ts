/**
 * On which side of a thing another stands: above or below a limit, before or after an event, larger or smaller than a
 * neighbour. Compares sentences that name one landmark from two sides. Knows phrases and the words that set a side.
 */
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { keptFor } from "../kept.ts";
import { isQuoted } from "../stance.ts";
import type { Finding } from "../types.ts";
import {
  type RelationContext,
  relationFinding,
  type Shared,
  sharedSurroundings,
  sharedWords,
  spanOf,
} from "./context.ts";
import { compareModifiers } from "./modifiers.ts";
import { type Phrase, phraseStartingAt, textOf } from "./phrases.ts";

/** What stands on a side of a landmark. */
interface Placing {
  /** Token index of the word that sets the side. */
  readonly at: number;
  readonly side: string;
  readonly landmark: Phrase;
}

/** Words that set a side, each with its contrary; those before "than" are adjectives and adverbs. */
const CONTRARY: Readonly<Record<string, string>> = Object.fromEntries(
  `above below, before after, inside outside, within outside, upstream downstream, ahead behind, larger smaller,
   bigger smaller, higher lower, more less, more fewer, earlier later, longer shorter, older younger, cheaper dearer,
   faster slower, better worse, stronger weaker, richer poorer, heavier lighter, wider narrower, greater smaller`
    .split(",")
    .map((pair) => pair.trim().split(" ") as [string, string])
    .flatMap(([one, other]) => [[one, other] as const, [other, one] as const])
    .reverse(),
);
const PREPOSITIONS = /^(?:above|below|before|after|inside|outside|within)$/;
const BEFORE_OF = /^(?:upstream|downstream|ahead|inside|outside)$/;
const ORDER = /^(?:before|after)$/;
const CANDIDATES = 5;

/** What a sentence places on a side of something, in order; amounts and dates are no landmarks. */
const readPlacings: (sentence: Sentence) => readonly Placing[] = keptFor((sentence) => {
  return sentence.tokens.flatMap((_, at) => placingAt(sentence, at) ?? []);
});

function placingAt(sentence: Sentence, at: number): Placing | null {
  const { tokens } = sentence;
  const side = tokens[at]!.text.toLowerCase();
  if (!(side in CONTRARY)) return null;
  const next = tokens[at + 1]?.text.toLowerCase();
  const linked = next === "than" || (next === "of" && BEFORE_OF.test(side));
  if (!linked && !PREPOSITIONS.test(side)) return null;
  if (isDenied(sentence, at)) return null;
  const landmark = phraseStartingAt(sentence, linked ? at + 2 : at + 1);
  if (!landmark || landmark.pronoun || isValue(sentence, landmark)) return null;
  return { at, side, landmark };
}

function isDenied({ tokens }: Sentence, at: number): boolean {
  return tokens
    .slice(Math.max(0, at - 4), at)
    .some(({ text }) => /^(?:not|no|never|neither|nor|n[’']t|whether)$/i.test(text));
}

function isValue({ tokens, dates, quantities }: Sentence, { first, head }: Phrase): boolean {
  const { start } = tokens[first]!;
  const { end } = tokens[head]!;
  return (
    dates.some((date) => date.start < end && start < date.end) ||
    quantities.some((quantity) => quantity.number.start < end && start < quantity.number.end)
  );
}

/** Findings on the sides of landmarks. */
export function checkLandmarks(context: RelationContext): Finding[] {
  const { sentence, stance, pairings } = context;
  if (stance.question || stance.supposed === 1) return [];
  return readPlacings(sentence).flatMap((mine) => {
    if (isQuoted(sentence, sentence.tokens[mine.at]!)) return [];
    const met = pairings.slice(0, CANDIDATES).flatMap((pairing) =>
      readPlacings(pairing.statement.sentence)
        .filter(({ landmark }) =>
          isSameLandmark(sentence, mine.landmark, pairing.statement.sentence, landmark),
        )
        .map((theirs) => ({ pairing, theirs })),
    );
    if (met.some(({ theirs }) => theirs.side === mine.side)) return [];
    for (const { pairing, theirs } of met) {
      if (CONTRARY[mine.side] !== theirs.side && CONTRARY[theirs.side] !== mine.side) continue;
      const shared = sharedWords(pairing, [rangeOf(mine)], [rangeOf(theirs)]);
      if (isAligned(context, pairing, mine, shared))
        return [contradiction(context, pairing, mine, theirs, shared)];
    }
    return [];
  });
}

const rangeOf = ({ at, landmark }: Placing): Span => ({ start: at, end: landmark.last + 1 });

function isSameLandmark(sentence: Sentence, mine: Phrase, stated: Sentence, theirs: Phrase): boolean {
  if (mine.key !== theirs.key) return false;
  return compareModifiers({ ...mine, sentence }, { ...theirs, sentence: stated }) === "same";
}

/** Other events may stand before the same vote; there are fewer things that a passage sets against one limit. */
function isAligned(
  context: RelationContext,
  pairing: Pairing,
  { side, landmark }: Placing,
  { own, share, back }: Shared,
): boolean {
  if (datesApart(context.sentence, pairing.statement.sentence)) return false;
  if (own >= 1.1 && share >= 0.4 && back >= 0.3) return true;
  if (ORDER.test(side)) return false;
  if (own >= 0.8 && share >= 0.5) return true;
  return landmark.head > landmark.first + 1 && sharedSurroundings(context, pairing, []) >= 1.2;
}

/** Whether both sentences are dated and no date of the one may be one of the other. */
function datesApart(one: Sentence, other: Sentence): boolean {
  if (one.dates.length === 0 || other.dates.length === 0) return false;
  return !one.dates.some(({ text }) => other.dates.some((date) => date.text === text));
}

function contradiction(
  context: RelationContext,
  pairing: Pairing,
  mine: Placing,
  theirs: Placing,
  { own, share, back }: Shared,
): Finding {
  const { sentence } = context;
  const stated = pairing.statement.sentence;
  const span = spanOf(sentence, mine.at, mine.landmark.last + 1);
  const word = sentence.tokens[mine.at]!;
  // "below the first limit but above the second": the side is right, of the other landmark.
  const other = readPlacings(stated).find(({ side }) => side === mine.side);
  const newText = other
    ? `${sentence.text.slice(span.start, sentence.tokens[mine.landmark.first]!.start)}${textOf(stated, other.landmark)}`
    : theirs.side + sentence.text.slice(word.end, span.end);
  return relationFinding(context, pairing, {
    span,
    focus: spanOf(stated, theirs.at, theirs.landmark.last + 1),
    confidence: Math.min(0.9, 0.7 + 0.1 * own),
    replacement: { span, newText },
    expected: newText,
    features: { landmark: 1, own, share, back },
  });
}
