/**
 * Checks which persons, bodies and places a draft says take part in a fact against the source sentence that speaks of
 * the same fact. Knows names, their slots and the words around them.
 */
import { organisationHeads } from "../kinds/name/words.ts";
import { isRegion, lookUpName } from "../lexicon/gazetteer.ts";
import { family, similarity } from "../lexicon/index.ts";
import type { NameMention, Reading, Sentence } from "../statements/types.ts";
import { checkAffiliations } from "./name-affiliation.ts";
import { type AlignedSentence, type NameAligner, overlapAligner } from "./name-align.ts";
import {
  contextLikeness,
  type FeatureMatch,
  matchFeatures,
  sameName,
  shareNumber,
  transposed,
} from "./name-context.ts";
import { isGoverned, type Slot, slotsAgree, slotsOf } from "./name-slot.ts";
import { misspelt } from "./name-spelling.ts";
import type { Corpus, Finding } from "./types.ts";

/** What a name of a source scores as the counterpart of one of the draft. */
export interface Counterpart {
  readonly mention: NameMention;
  readonly slot: Slot;
  readonly aligned: AlignedSentence;
  readonly score: number;
  readonly reverse: number;
  readonly support: number;
  readonly relation: "same" | "metonym" | "different" | "unknown";
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

/** Findings on the names of one sentence. `aligner` finds the source sentences; word overlap by default. */
export function checkNames(
  sentence: Sentence,
  _draft: Reading,
  corpus: Corpus,
  aligner: NameAligner = overlapAligner(corpus),
): Finding[] {
  if (sentence.names.length === 0 || sentence.block.kind === "heading") return [];
  const findings = [...misspelt(sentence, corpus), ...checkAffiliations(sentence, corpus)];
  const candidates = aligner.align(sentence).filter((one) => one.sentence.names.length > 0);
  if (candidates.length === 0) return findings;
  const slots = slotsOf(sentence);
  const matches = candidates.map((one) => matchFeatures(sentence, one.sentence));
  sentence.names.forEach((name, i) => {
    const slot = slots[i] as Slot;
    if (isQuoted(sentence, name) || introduces(sentence, name) || speaks(slot)) return;
    if (findings.some((one) => one.span.start < name.end && name.start < one.span.end)) return;
    const counterparts = candidates.flatMap((one, k) =>
      counterpartsIn(name, slot, one, matches[k] as FeatureMatch, aligner),
    );
    const finding = decide(sentence, name, slot, counterparts);
    if (finding) findings.push(finding);
  });
  return findings;
}

/** Who said a thing is the business of the rule on speakers. */
const speaks = (slot: Slot): boolean => slot.class === "agent" && reportingVerbs.has(slot.governor);
const reportingVerbs: ReadonlySet<string> = new Set(
  "say tell add call argue warn insist note explain claim reply report state announce confirm deny complain remark observe object think believe".split(
    " ",
  ),
);

function isQuoted(sentence: Sentence, name: NameMention): boolean {
  return sentence.quotations.some((quotation) => quotation.start <= name.start && name.end <= quotation.end);
}

/** "(FSC)", "(the Agency, below)": a short form being introduced takes no part in the fact. */
function introduces(sentence: Sentence, name: NameMention): boolean {
  return /\((?:the )?[“"]?$/.test(sentence.text.slice(Math.max(0, name.start - 6), name.start));
}

function counterpartsIn(
  name: NameMention,
  slot: Slot,
  aligned: AlignedSentence,
  match: FeatureMatch,
  aligner: NameAligner,
): Counterpart[] {
  const slots = slotsOf(aligned.sentence);
  return aligned.sentence.names.map((mention, i) => {
    const other = slots[i] as Slot;
    const forth = contextLikeness(match, slot, other, aligner.rarity);
    return {
      mention,
      slot: other,
      aligned,
      score: forth.share,
      support: forth.support,
      reverse: contextLikeness(transposed(match), other, slot, aligner.rarity).share,
      relation: sameName(name, mention),
    };
  });
}

function decide(
  sentence: Sentence,
  name: NameMention,
  slot: Slot,
  counterparts: readonly Counterpart[],
): Finding | null {
  const agreeing = best(counterparts.filter((one) => one.relation === "same" || one.relation === "metonym"));
  const short = isFragment(sentence);
  const rival = best(counterparts.filter((one) => isRival(sentence, name, slot, one, short)));
  if (
    rival &&
    total(rival) >= thresholdFor(sentence, slot, rival, short) &&
    total(rival) - (agreeing ? total(agreeing) : 0) >= MARGIN
  )
    return contradicted(sentence, name, rival);
  if (
    agreeing &&
    total(agreeing) >= THRESHOLD &&
    (slotsAgree(slot, agreeing.slot, alike) || agreeing.support >= SUPPORT)
  )
    return supported(sentence, name, agreeing);
  return null;
}

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
  if (one.relation !== "different" || !typesAgree(name, one.mention)) return false;
  if (tellsBody(slot) && Math.min(one.score, one.reverse) < SURE) return false;
  if (one.support < supportFor(sentence, slot, one, short) || introduces(one.aligned.sentence, one.mention))
    return false;
  if (mentions(sentence, one.mention) || mentions(one.aligned.sentence, name)) return false;
  if (slot.listed && one.slot.listed && onlyOtherOfList(sentence, slot, one)) return true;
  if (!slotsAgree(slot, one.slot, alike)) return false;
  return isFirm(slot, one.slot) || !isNear(one.aligned, name);
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

function alike(one: string, other: string): number {
  return family(one) === family(other) ? 1 : similarity(one, other);
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

/** Whether one can stand where the other stands: town for town, body for body. */
function typesAgree(a: NameMention, b: NameMention): boolean {
  if (isRegion(a.text) !== isRegion(b.text)) return false;
  const [one, other] = [kindOf(a), kindOf(b)];
  if (one === "place" && other === "place")
    return isKnown(a) === isKnown(b) || (!isCountry(a) && !isCountry(b));
  if (one !== "unknown" && other !== "unknown") return one === other;
  const several = a.text.includes(" ") && b.text.includes(" ");
  if (one === other) return several || a.text.includes(" ") === b.text.includes(" ");
  if (one === "person" || other === "person") return several;
  const unknown = one === "unknown" ? a : b;
  return (one === "organisation" || other === "organisation") && !unknown.text.includes(" ");
}

const isKnown = (name: NameMention): boolean => lookUpName(name.text).length > 0;
const isCountry = (name: NameMention): boolean => lookUpName(name.text)[0]?.sense === "name";

const kindOf = (name: NameMention): string => (name.type === "group" ? "place" : name.type);

function supported(sentence: Sentence, name: NameMention, by: Counterpart): Finding {
  return base(sentence, name, by, "supported", 0.7 + 0.25 * by.score, []);
}

function contradicted(sentence: Sentence, name: NameMention, rival: Counterpart): Finding {
  const newText = wordFor(name, rival.mention);
  return base(sentence, name, rival, "contradicted", Math.min(0.95, 0.55 + 0.7 * total(rival)), [
    { span: { start: name.start, end: name.end }, newText },
  ]);
}

/** The source's name as the draft would write it: a country for a country. */
function wordFor(name: NameMention, rival: NameMention): string {
  const own = lookUpName(name.text)[0];
  const other = lookUpName(rival.text)[0];
  if (own?.sense === "name" && own.entity.type === "place" && other && other.sense !== "name")
    return other.entity.name;
  return rival.text;
}

function base(
  sentence: Sentence,
  name: NameMention,
  by: Counterpart,
  verdict: Finding["verdict"],
  confidence: number,
  replacements: Finding["replacements"],
): Finding {
  const { mention, aligned } = by;
  return {
    kind: "name",
    verdict,
    sentence,
    span: { start: name.start, end: name.end },
    confidence,
    actual: name.text,
    expected: replacements[0]?.newText ?? mention.text,
    message: null,
    arithmetic: null,
    passages: [
      {
        source: aligned.source,
        sentence: aligned.sentence,
        focus: [{ start: mention.start, end: mention.end }],
      },
    ],
    replacements,
    features: { support: by.support, context: by.score, reverse: by.reverse, sentence: aligned.score },
  };
}
