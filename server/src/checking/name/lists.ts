/**
 * Finds the one member in which a list of names differs from a list of the sources ("Peru and Chile" against "Ghana and
 * Chile"). Knows lists and what stands around them; where a source lists the draft's names together it finds nothing.
 */
import type { NameMention, Sentence } from "../../statements/types.ts";
import type { Corpus } from "../types.ts";
import type { AlignedSentence } from "./align.ts";
import { type FeatureMatch, matchFeatures, sameName } from "./context.ts";
import { clauseAround, correspond } from "./correspondence.ts";
import type { Asked } from "./exchange.ts";
import { type Slot, slotsOf } from "./slot.ts";
import { sortOf, takesPart } from "./sort.ts";

/** The member of a source's list that the draft's list lacks. */
export interface ListRival {
  readonly mention: NameMention;
  readonly aligned: AlignedSentence;
  readonly met: number;
  readonly support: number;
}

/** A list: the names joined in one place, and where they stand. */
interface NameList {
  readonly names: readonly NameMention[];
  readonly start: number;
  readonly end: number;
}

/** Besides the names that both lists have, so much must tell that both speak of one thing. */
const SUPPORT = 0.45;
/** So much more of the clause than by a list with the draft's own name must be met. */
const MARGIN = 0.25;
/** With two names in common less. */
const LONG_SUPPORT = 0.3;

/** The name that a source's list has instead of this one of the draft's list, or null. */
export function listRival(asked: Asked, corpus: Corpus): ListRival | null {
  const { sentence, name, candidates } = asked;
  const own = listWith(sentence, name);
  if (own.names.length < 2) return null;
  const others = own.names.filter((one) => one !== name);
  let best: ListRival | null = null;
  candidates.forEach((aligned, k) => {
    const rival = rivalIn(asked, own, others, aligned, k);
    if (rival && (!best || rival.support > best.support)) best = rival;
  });
  if (!best) return null;
  const together = metTogether(asked, own, others, corpus);
  return together < 0 || (best as ListRival).met - together >= MARGIN ? best : null;
}

function rivalIn(
  { sentence, name, matches, aligner }: Asked,
  own: NameList,
  others: readonly NameMention[],
  aligned: AlignedSentence,
  k: number,
): ListRival | null {
  const candidate = aligned.sentence;
  for (const list of listsOf(candidate)) {
    if (list.names.length !== own.names.length) continue;
    const left = list.names.filter((one) => others.every((other) => sameName(one, other) !== "same"));
    const mention = left[0];
    if (left.length !== 1 || !mention) continue;
    if (sameName(name, mention) !== "different" || !canJoin(name, mention) || !takesPart(candidate, mention))
      continue;
    const clause = clauseAround(sentence, name);
    const match = matches[k] as FeatureMatch;
    const { met, support, conflicting } = correspond(
      { sentence, clause, name: own },
      candidate,
      list,
      match,
      aligner.rarity,
    );
    if (conflicting > 0 || support < (others.length > 1 ? LONG_SUPPORT : SUPPORT)) continue;
    if (listsElsewhere(candidate, list, name)) continue;
    return { mention, aligned, met, support };
  }
  return null;
}

/** "A and B in May, C and D in June" beside "A and D": which of the two is wrong cannot be told by the lists. */
function listsElsewhere(candidate: Sentence, list: NameList, name: NameMention): boolean {
  return listsOf(candidate).some(
    (other) => other.start !== list.start && other.names.some((one) => sameName(one, name) === "same"),
  );
}

/** Whether one can be listed where the other is: of one sort, or of a sort that the name does not show. */
function canJoin(name: NameMention, mention: NameMention): boolean {
  const [one, other] = [sortOf(name), sortOf(mention)];
  return one !== null && other !== null && (one === other || one === "other" || other === "other");
}

function listWith(sentence: Sentence, name: NameMention): NameList {
  return (
    listsOf(sentence).find((list) => list.names.includes(name)) ?? {
      names: [name],
      start: name.start,
      end: name.end,
    }
  );
}

function listsOf(sentence: Sentence): NameList[] {
  const slots = slotsOf(sentence);
  const lists = new Map<number, NameMention[]>();
  sentence.names.forEach((name, i) => {
    const { list } = slots[i] as Slot;
    lists.set(list, [...(lists.get(list) ?? []), name]);
  });
  return [...lists.values()]
    .filter((names) => names.length > 1)
    .map((names) => ({ names, start: names[0]!.start, end: names.at(-1)!.end }));
}

/** How much of the clause a sentence meets that lists the name with one of the others: the draft may tell of that. */
function metTogether(
  asked: Asked,
  own: NameList,
  others: readonly NameMention[],
  { sources }: Corpus,
): number {
  const { sentence, name, aligner } = asked;
  const isIn = (list: NameList, one: NameMention): boolean =>
    list.names.some((other) => sameName(one, other) !== "different");
  let met = -1;
  for (const { sentences } of sources)
    for (const candidate of sentences)
      for (const list of listsOf(candidate)) {
        if (!isIn(list, name) || !others.some((other) => isIn(list, other))) continue;
        const match = matchFeatures(sentence, candidate);
        const clause = clauseAround(sentence, name);
        met = Math.max(
          met,
          correspond({ sentence, clause, name: own }, candidate, list, match, aligner.rarity).met,
        );
      }
  return met;
}
