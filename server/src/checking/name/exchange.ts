/**
 * Finds the name that a source has where the draft has another, by the rest of the clause: its words, numbers, days and
 * other names. Knows clauses, slots and sorts of names; where the draft's own name may be meant it finds nothing.
 */
import { bodyNouns } from "../../kinds/role/words.ts";
import type { NameMention, Sentence } from "../../statements/types.ts";
import type { AlignedSentence, NameAligner } from "./align.ts";
import { type FeatureMatch, sameName, shareNumber, transposed } from "./context.ts";
import { type Correspondence, clauseAround, correspond } from "./correspondence.ts";
import { saysName } from "./said.ts";
import { alike, isGoverned, type Slot, seatsBody, slotsAgree, slotsOf } from "./slot.ts";
import { areDistinct, arePlaces, isBesidePlace, matchSorts, takesPart } from "./sort.ts";

/** A name of a source in the place of one of the draft. */
export interface Exchange {
  readonly mention: NameMention;
  readonly slot: Slot;
  readonly aligned: AlignedSentence;
  /** What the draft's clause has of the source's, and the other way round. */
  readonly forth: Correspondence;
  readonly back: Correspondence;
}

/** A name of the draft with the source sentences it may be compared with. */
export interface Asked {
  readonly sentence: Sentence;
  readonly name: NameMention;
  readonly slot: Slot;
  readonly candidates: readonly AlignedSentence[];
  readonly matches: readonly FeatureMatch[];
  readonly aligner: NameAligner;
}

/** So much more of the clause must be met by the rival's sentence than by any with the draft's own name. */
const MARGIN = 0.15;
/** Without the own name, a sentence beside it may yet mean it; what it meets counts so far. */
const BESIDE = 0.8;
const NEIGHBOURS = 2;
/** A noun that describes a name stands within so many letters of it. */
const DESCRIPTION = 12;

/** The name of a source that stands where the draft's should, or null. */
export function exchanged(asked: Asked): Exchange | null {
  const { sentence, name, candidates } = asked;
  if (!takesPart(sentence, name)) return null;
  let best: Exchange | null = null;
  candidates.forEach((aligned, k) => {
    for (const one of rivalsIn(asked, aligned, k))
      if (isFirm(asked, one) && (!best || one.forth.met > best.forth.met)) best = one;
  });
  if (!best) return null;
  const own = Math.max(0, ...candidates.map((aligned, k) => ownShare(asked, aligned, k)));
  return (best as Exchange).forth.met - own >= MARGIN ? best : null;
}

/** How much of the clause a sentence with the draft's own name, or one beside such a sentence, meets. */
function ownShare({ sentence, name, matches, aligner }: Asked, aligned: AlignedSentence, k: number): number {
  const own = aligned.sentence.names.find((one) => isOwn(name, one));
  if (!own && !besideOwn(aligned, name)) return 0;
  const clause = clauseAround(sentence, name);
  const match = matches[k] as FeatureMatch;
  const { met } = correspond(
    { sentence, clause, name },
    aligned.sentence,
    own ?? null,
    match,
    aligner.rarity,
  );
  return own ? met : BESIDE * met;
}

/** The names of a source's sentence that could take the place, where the sentence does not know the draft's. */
function rivalsIn(
  { sentence, name, slot: own, matches, aligner }: Asked,
  aligned: AlignedSentence,
  k: number,
): Exchange[] {
  const candidate = aligned.sentence;
  if (saysName(candidate, name)) return [];
  if (
    candidate.names.some(
      (one) => sameName(name, one) !== "different" && !areDistinct(name, one, aligned.source),
    )
  )
    return [];
  const slots = slotsOf(candidate);
  const match = matches[k] as FeatureMatch;
  const clause = clauseAround(sentence, name);
  const all = candidate.names
    .map((mention, i) => ({ mention, slot: slots[i] as Slot }))
    .filter(
      ({ mention, slot }) =>
        (matchSorts(name, mention) !== "no" || arePlaces(name, own, mention, slot)) &&
        !isBesidePlace(name, own, mention, slot) &&
        takesPart(candidate, mention) &&
        sentence.names.every((one) => one === name || sameName(one, mention) === "different"),
    );
  const isOne = (list: typeof all) => new Set(list.map(({ mention }) => mention.canonical)).size === 1;
  const bound = all.filter(({ slot }) => slotsAgree(own, slot, alike) && isGoverned(own, slot, alike));
  const rivals = isOne(all) ? all : bound;
  if (!isOne(rivals)) return [];
  return rivals.flatMap(({ mention, slot }) => {
    const forth = correspond({ sentence, clause, name }, candidate, mention, match, aligner.rarity);
    if (forth.conflicting > 0 || forth.met < LEAST.met || forth.support < LEAST.support) return [];
    const around = { sentence: candidate, clause: clauseAround(candidate, mention), name: mention };
    const back = correspond(around, sentence, name, transposed(match), aligner.rarity);
    return [{ mention, slot, aligned, forth, back }];
  });
}

/** What `isFirm` asks for at the least, whatever the rest. */
const LEAST = { met: 0.35, support: 0.75 } as const;

/** Whether so much of the clause is the same that only the name can differ. */
function isFirm(
  { sentence, name, slot }: Asked,
  { slot: other, forth, back, aligned, mention }: Exchange,
): boolean {
  if (forth.conflicting > 0 || (standsIn(aligned.sentence, mention, other) && slot.class === "agent"))
    return false;
  if (isDescribedApart(sentence, name, aligned.sentence, mention)) return false;
  if (isOneOfMany(sentence, name) !== isOneOfMany(aligned.sentence, mention)) return false;
  if (seatsBody(other, slot) || seatsBody(slot, other)) return false;
  const anchors = forth.agreeing + forth.names;
  const { met, support } = forth;
  const mutual = Math.min(met, back.met);
  if (matchSorts(name, mention) === "possible" && !arePlaces(name, slot, mention, other))
    return met >= 0.7 && support >= 1.6 && isGoverned(slot, other, alike);
  if (forth.exact > 0 && !besideOwn(aligned, name)) {
    if (mutual >= 0.5 && support >= 1.1) return true;
    // The draft has all that the source says, to the figure.
    if (back.met >= 0.8 && met >= 0.5 && support >= 0.75) return true;
  }
  if (slotsAgree(slot, other, alike) && slot.class !== "free") {
    if (isGoverned(slot, other, alike)) return met >= 0.55 && support >= (anchors > 0 ? 1 : 1.4);
    if (mutual >= 0.35 && support >= 1.8 && shareNumber(sentence, aligned.sentence)) return true;
    if (mutual >= 0.65 && support >= 2.5) return true;
    return met >= 0.6 && support >= 1.4 && anchors > 0;
  }
  if (besideOwn(aligned, name)) return false;
  if (mutual >= 0.7 && support >= 1.2) return true;
  if (anchors === 0) return met >= 0.7 && support >= 1.6 && back.met >= 0.4;
  return met >= 0.55 && support >= 1.4 && back.met >= 0.3;
}

/** "It", "the company": the sentence is about something that it does not name, and the rival is another part of it. */
function standsIn({ text }: Sentence, mention: NameMention, { class: part }: Slot): boolean {
  if (part === "agent") return false;
  const subject =
    /^(?:[^,]{0,25},? )?(?:(it|they|he|she|we)|(?:the|its|their|our) (?:\p{L}+ )??(\p{L}+)) \p{Ll}/iu.exec(
      text.slice(0, mention.start),
    );
  return subject !== null && (subject[1] !== undefined || bodyNouns.has((subject[2] ?? "").toLowerCase()));
}

/** "A foundation of brewers …, Arland included" against "a foundation called Brauring": the draft has the rival without its name. */
function isDescribedApart(
  sentence: Sentence,
  name: NameMention,
  candidate: Sentence,
  mention: NameMention,
): boolean {
  const noun = /(\p{Ll}{3,})(?: called| named| known as|,)? [“"]?$/u.exec(
    candidate.text.slice(0, mention.start),
  )?.[1];
  if (!noun) return false;
  return sentence.tokens.some(
    (token) =>
      token.pos === "NOUN" &&
      alike(token.lemma, noun) === 1 &&
      (token.end < name.start - DESCRIPTION || token.start > name.end + DESCRIPTION),
  );
}

/** "an Interim Arrangement": no name that one thing alone has. */
const isOneOfMany = ({ text }: Sentence, { start }: NameMention): boolean =>
  /\ban? $/i.test(text.slice(Math.max(0, start - 4), start));

function isOwn(name: NameMention, other: NameMention): boolean {
  const relation = sameName(name, other);
  return relation === "same" || relation === "metonym";
}

/** Whether a sentence near has the name, so that a pronoun may mean it. */
function besideOwn({ sentence, source }: AlignedSentence, name: NameMention): boolean {
  const { sentences } = source;
  const last = Math.min(sentences.length - 1, sentence.index + 1);
  for (let i = Math.max(0, sentence.index - NEIGHBOURS); i <= last; i++)
    if (i !== sentence.index && holdsOwn(sentences[i] as Sentence, name)) return true;
  return false;
}

const holdsOwn = (sentence: Sentence, name: NameMention): boolean =>
  saysName(sentence, name) || sentence.names.some((one) => isOwn(name, one));
