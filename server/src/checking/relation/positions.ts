/**
 * Who is for and who is against: a party's position in the draft beside the position of the same party in a source. Knows
 * positions, parties and how much two passages share.
 */
import { similarity } from "../../lexicon/index.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { isQuoted } from "../stance.ts";
import type { Finding } from "../types.ts";
import { type Position, readPositions } from "./attitudes.ts";
import {
  neighbourhood,
  type RelationContext,
  relationFinding,
  type Shared,
  sharedSurroundings,
  sharedWords,
  spanOf,
} from "./context.ts";
import { compareParties } from "./parties.ts";
import type { Phrase } from "./phrases.ts";

const CANDIDATES = 6;
/** Nouns that stand for the matter spoken of, whatever it is. */
const VAGUE =
  /^(?:idea|plan|proposal|measure|move|step|change|bill|deal|text|draft|motion|scheme|project|compromise)$/;

interface Met {
  readonly pairing: Pairing;
  readonly theirs: Position;
  readonly agrees: boolean;
  readonly shared: Shared;
  /** How surely both speak of one matter. */
  readonly matter: number;
}

/** Findings on where somebody stands. */
export function checkPositions(context: RelationContext): Finding[] {
  const { sentence, stance } = context;
  if (stance.question || stance.supposed === 1) return [];
  return readPositions(sentence).flatMap((mine) => {
    if (isQuoted(sentence, spanOf(sentence, mine.range.start, mine.range.end))) return [];
    const met = context.pairings
      .slice(0, CANDIDATES)
      .flatMap((pairing) => metIn(context, mine, pairing, pairing.statement.sentence));
    const rival = strongest(met.filter(({ agrees }) => !agrees));
    const agreeing = strongest(met.filter(({ agrees }) => agrees));
    if (!rival || rival.matter < 1 || (agreeing && agreeing.matter >= rival.matter)) return [];
    return isToldNearby(context, mine, rival) ? [] : [contradiction(context, mine, rival)];
  });
}

function metIn(context: RelationContext, mine: Position, pairing: Pairing, stated: Sentence): Met[] {
  const { sentence } = context;
  const all = readPositions(stated).filter((theirs) => isSameHolder(sentence, mine, pairing, stated, theirs));
  return all.map((theirs) => {
    const shared = sharedWords(pairing, rangesOf(mine), rangesOf(theirs));
    const matter = matterLikeness(context, pairing, mine, theirs, shared);
    const clear = all.length === 1 || (mine.matter !== null && mine.matter.key === theirs.matter?.key);
    return { pairing, theirs, shared, agrees: agree(mine, theirs), matter: clear ? matter : 0.5 };
  });
}

function isSameHolder(
  sentence: Sentence,
  mine: Position,
  { statement }: Pairing,
  stated: Sentence,
  theirs: Position,
): boolean {
  if (mine.vote !== theirs.vote && (mine.vote || theirs.vote)) return false;
  return (
    compareParties(
      { sentence, phrase: mine.holder },
      { sentence: stated, phrase: theirs.holder },
      statement.source,
    ) === "same" &&
    !isShare(sentence, mine.holder) &&
    !isShare(stated, theirs.holder)
  );
}

/** "58 percent were in favour", "three of the nineteen affiliates": a part of a body holds no position of the whole. */
function isShare({ tokens, quantities }: Sentence, { first, last }: Phrase): boolean {
  const { start } = tokens[first]!;
  const { end } = tokens[last]!;
  if (tokens[first - 1]?.lemma === "of" && /^(?:NUM|DET|ADJ)$/.test(tokens[first - 2]?.pos ?? ""))
    return true;
  return quantities.some((value) => value.start < end && start < value.end && /percent|%/i.test(value.text));
}

const rangesOf = ({ range, holder }: Position) => [range, { start: holder.first, end: holder.last + 1 }];

function agree(mine: Position, theirs: Position): boolean {
  if (mine.attitude === theirs.attitude) return mine.denied === theirs.denied;
  if (mine.attitude === "open" || theirs.attitude === "open") return mine.denied || theirs.denied;
  return mine.denied !== theirs.denied;
}

/** 2 for one matter named on both sides, 1 where one side leaves it to the passage and the passages agree, else less. */
function matterLikeness(
  context: RelationContext,
  pairing: Pairing,
  mine: Position,
  theirs: Position,
  { own, share }: Shared,
): number {
  const a = mine.matter;
  const b = theirs.matter;
  if (a && b && (a.key === b.key || similarity(a.lemma, b.lemma) >= 0.62)) return own >= 0.25 ? 2 : 1;
  const open = !a || !b || VAGUE.test(a.lemma) || VAGUE.test(b.lemma);
  if (!open) return 0;
  if (own >= 0.6 && share >= 0.3) return 1.5;
  const near = sharedSurroundings(context, pairing, [mine.holder.key, theirs.holder.key]);
  return near >= 1.2 ? 1 : 0;
}

function strongest(met: readonly Met[]): Met | undefined {
  let top: Met | undefined;
  for (const one of met)
    if (!top || one.matter > top.matter || (one.matter === top.matter && one.shared.own > top.shared.own))
      top = one;
  return top;
}

/** Whether the statement or a sentence beside it gives the party the draft's position as well. */
function isToldNearby({ sentence }: RelationContext, mine: Position, { pairing, theirs }: Met): boolean {
  const { sentence: stated } = pairing.statement;
  const open = mine.matter === null || VAGUE.test(mine.matter.lemma);
  return neighbourhood(pairing.statement, 2).some((near) =>
    readPositions(near).some((other) => {
      if (other === theirs || !agree(mine, other)) return false;
      if (!isSameHolder(sentence, mine, pairing, near, other)) return false;
      if (mine.matter && other.matter?.key === mine.matter.key) return true;
      return near !== stated && (open || other.matter === null);
    }),
  );
}

function contradiction(
  context: RelationContext,
  mine: Position,
  { pairing, theirs, shared, matter }: Met,
): Finding {
  const { sentence } = context;
  const stated = pairing.statement.sentence;
  const span = spanOf(sentence, mine.range.start, mine.range.end);
  const focus = spanOf(stated, theirs.range.start, theirs.range.end);
  const newText = stated.text.slice(focus.start, focus.end);
  const unlike = mine.denied || theirs.denied || (mine.vote && mine.holder.first > mine.range.start);
  return relationFinding(context, pairing, {
    span,
    focus,
    confidence: Math.min(0.92, 0.7 + 0.08 * matter + 0.05 * shared.own),
    replacement: unlike ? null : { span, newText },
    expected: newText,
    features: { position: 1, matter, own: shared.own, share: shared.share },
  });
}
