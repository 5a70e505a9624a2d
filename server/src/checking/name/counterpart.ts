/**
 * Weighs the names of source sentences as counterparts of a name of the draft, by the slot they fill and what stands
 * around them. Knows one name at a time.
 */
import { organisationHeads } from "../../kinds/name/words.ts";
import type { NameMention, Sentence } from "../../statements/types.ts";
import type { Finding } from "../types.ts";
import type { AlignedSentence, NameAligner } from "./align.ts";
import { contextLikeness, type FeatureMatch, sameName, shareNumber, transposed } from "./context.ts";
import { contradictedName, supportedName } from "./finding.ts";
import { alike, introduces, isGoverned, type Slot, seatsBody, slotsAgree, slotsOf } from "./slot.ts";
import { isBesidePlace, typesAgree } from "./sort.ts";

/** What a name of a source scores as the counterpart of one of the draft. */
export interface Counterpart {
  readonly mention: NameMention;
  readonly slot: Slot;
  readonly aligned: AlignedSentence;
  readonly score: number;
  readonly reverse: number;
  readonly support: number;
  readonly relation: "same" | "metonym" | "different";
}
const THRESHOLD = 0.3;
const MARGIN = 0.1;
/** So much must tell that both sentences speak of one fact: two fairly rare words at least. */
const SUPPORT = 0.9;
/** A fragment has few words to tell by. */
const SHORT_SUPPORT = 0.6;
const SHORT_THRESHOLD = 0.26;
/** The same word governs both names. */
const GOVERNED_SUPPORT = 0.7;
const GOVERNED_THRESHOLD = 0.27;
/** … and both sentences give one particular number. */
const NUMBERED_THRESHOLD = 0.2;
/** So much of both sentences is the same, seen from either, that few words are enough. */
const SURE = 0.5;
const SURE_SUPPORT = 0.5;
const NEIGHBOURS = 2;

/** The names of a source sentence that may be counterparts of a name of the draft: the same, or another in its place. */
export function counterpartsIn(
  name: NameMention,
  slot: Slot,
  aligned: AlignedSentence,
  match: FeatureMatch,
  aligner: NameAligner,
): Counterpart[] {
  const slots = slotsOf(aligned.sentence);
  return aligned.sentence.names.flatMap((mention, i) => {
    const other = slots[i] as Slot;
    const relation = sameName(name, mention);
    if (relation === "unknown") return [];
    if (relation === "different" && !(typesAgree(name, mention) && mayReplace(slot, other))) return [];
    if (relation === "different" && isBesidePlace(name, slot, mention, other)) return [];
    const forth = contextLikeness(match, slot, other, aligner.rarity);
    return [
      {
        mention,
        slot: other,
        aligned,
        score: forth.share,
        support: forth.support,
        reverse: contextLikeness(transposed(match), other, slot, aligner.rarity).share,
        relation,
      },
    ];
  });
}

/** Whether a name in the one slot may stand for one in the other, as far as the slots tell. */
const mayReplace = (slot: Slot, other: Slot): boolean =>
  (slot.listed && other.listed) || slotsAgree(slot, other, alike);

/** What the counterparts of a name tell of it: a rival in its place, or the name itself. */
export function judgeCounterparts(
  sentence: Sentence,
  name: NameMention,
  slot: Slot,
  counterparts: readonly Counterpart[],
): Finding | null {
  const apart = counterparts.filter((one) => standsApart(slot, one, name));
  const agreeing = best(
    counterparts.filter(
      (one) =>
        (one.relation === "same" || one.relation === "metonym") &&
        !apart.some(({ aligned }) => aligned.sentence === one.aligned.sentence),
    ),
  );
  const short = isFragment(sentence);
  const rival = best(counterparts.filter((one) => isRival(sentence, name, slot, one, short)));
  if (
    rival &&
    total(rival) >= thresholdFor(sentence, slot, rival, short) &&
    total(rival) - (agreeing ? total(agreeing) : 0) >= MARGIN
  )
    return contradictedName(
      sentence,
      name,
      rival,
      Math.min(0.95, 0.55 + 0.7 * total(rival)),
      featuresOf(rival),
    );
  if (
    agreeing &&
    total(agreeing) >= THRESHOLD &&
    (slotsAgree(slot, agreeing.slot, alike) || agreeing.support >= SUPPORT)
  )
    return supportedName(sentence, name, agreeing, 0.7 + 0.25 * agreeing.score, featuresOf(agreeing));
  return null;
}

const featuresOf = ({ support, score, reverse, aligned }: Counterpart): Finding["features"] => ({
  support,
  context: score,
  reverse,
  sentence: aligned.score,
});

function thresholdFor(sentence: Sentence, slot: Slot, rival: Counterpart, short: boolean): number {
  if (short) return SHORT_THRESHOLD;
  if (!isBound(slot, rival.slot)) return THRESHOLD;
  return shareNumber(sentence, rival.aligned.sentence) ? NUMBERED_THRESHOLD : GOVERNED_THRESHOLD;
}

/** "Fourth summit: Rabat, in spring": a label and what it is, without a verb. */
function isFragment({ tokens, text }: Sentence): boolean {
  return /^[^:]{3,60}:\s/.test(text) && !tokens.some(({ pos }) => pos === "VERB" || pos === "AUX");
}

/** Whether a name of a source stands in the draft name's place there, and neither sentence knows the other's name. */
function isRival(
  sentence: Sentence,
  name: NameMention,
  slot: Slot,
  one: Counterpart,
  short: boolean,
): boolean {
  if (one.relation !== "different" || seatsBody(one.slot, slot)) return false;
  // A heading tells in short what the text below tells in full, of whom and when.
  if (one.aligned.sentence.block.kind === "heading") return false;
  if (tellsBody(slot) && Math.min(one.score, one.reverse) < SURE) return false;
  if (one.support < supportFor(sentence, slot, one, short) || introduces(one.aligned.sentence, one.mention))
    return false;
  if (mentions(sentence, one.mention)) return false;
  if (mentions(one.aligned.sentence, name)) return standsApart(slot, one, name);
  if (slot.listed && one.slot.listed && onlyOtherOfList(sentence, slot, one)) return true;
  if (!slotsAgree(slot, one.slot, alike)) return false;
  return isFirm(slot, one.slot) || !isNear(one.aligned, name);
}

/** "The road at X is shut; people use Y": the draft's own name has another part in the sentence, under a word of its own. */
function standsApart(slot: Slot, one: Counterpart, name: NameMention): boolean {
  const { sentence } = one.aligned;
  const { governor } = one.slot;
  if (one.relation !== "different" || one.slot.class !== slot.class || governor === "") return false;
  if (alike(governor, slot.governor) < 1) return false;
  return sentence.names.every((other, i) => {
    if (sameName(other, name) === "different") return true;
    const own = slotsOf(sentence)[i] as Slot;
    const [from, to] = [Math.min(own.last, one.slot.last), Math.max(own.first, one.slot.first)];
    if (own.governor === "" || alike(own.governor, governor) >= 0.5 || own.listed) return false;
    return sentence.tokens.slice(from, to).some(({ pos }) => pos === "VERB");
  });
}

/** How much must tell of one fact: less where the same word governs both names, least where all the rest is the same. */
function supportFor(sentence: Sentence, slot: Slot, one: Counterpart, short: boolean): number {
  if (short && one.slot.class === "place") return SHORT_SUPPORT;
  if (!isBound(slot, one.slot)) return SUPPORT;
  const sure = Math.min(one.score, one.reverse) >= SURE || shareNumber(sentence, one.aligned.sentence);
  return sure ? SURE_SUPPORT : GOVERNED_SUPPORT;
}

/** "the court of [Oslo]": the name tells which body it is, and so two bodies apart. */
const tellsBody = (slot: Slot): boolean => slot.class === "whole" && organisationHeads.has(slot.governor);

/** One word governs both names in one construction. */
function isBound(slot: Slot, other: Slot): boolean {
  if (slot.class !== other.class || slot.class === "place") return false;
  return isGoverned(slot, other, alike);
}

/** Whether both slots are told by the same word, or both tell where: nothing but the name fills them. */
function isFirm(a: Slot, b: Slot): boolean {
  if (a.class === "place" || b.class === "place")
    return a.class === b.class || a.class === "free" || b.class === "free";
  return isGoverned(a, b, alike);
}

/** "Portugal and Japan" against "Portugal and Singapore": the rest of the list is the same, one name differs. */
function onlyOtherOfList(sentence: Sentence, slot: Slot, one: Counterpart): boolean {
  const own = listOf(sentence, slot);
  const theirs = listOf(one.aligned.sentence, one.slot);
  const unmatched = (from: readonly NameMention[], among: readonly NameMention[]): number =>
    from.filter((name) => among.every((other) => sameName(name, other) === "different")).length;
  return own.length >= 2 && unmatched(own, theirs) === 1 && unmatched(theirs, own) === 1;
}

function listOf(sentence: Sentence, slot: Slot): NameMention[] {
  const slots = slotsOf(sentence);
  return sentence.names.filter((_, i) => slots[i]!.list === slot.list);
}

/** Whether the name stands in the source's sentence or next to it, where a pronoun or "the agency" may mean it. */
function isNear(aligned: AlignedSentence, name: NameMention): boolean {
  const { sentences } = aligned.source;
  const at = aligned.sentence.index;
  for (let i = Math.max(0, at - NEIGHBOURS); i <= Math.min(sentences.length - 1, at + NEIGHBOURS); i++)
    if (mentions(sentences[i] as Sentence, name)) return true;
  return false;
}

const total = (one: Counterpart): number => 0.5 * one.score + 0.3 * one.reverse + 0.2 * one.aligned.score;

function best(list: readonly Counterpart[]): Counterpart | undefined {
  let top: Counterpart | undefined;
  for (const one of list) if (!top || total(one) > total(top)) top = one;
  return top;
}

function mentions(sentence: Sentence, name: NameMention): boolean {
  return sentence.names.some((other) => sameName(other, name) !== "different");
}
