/**
 * What the common procedure must know of names: who takes part in a fact is a value of it, as a figure or a day is. Knows how
 * names compare and in which slots they stand, not what is decided.
 */
import { lookUpName } from "../../lexicon/gazetteer.ts";
import type { NameMention, Sentence } from "../../statements/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { featuresOf, type ValueKind, type ValuePair } from "../alignment/values.ts";
import { keptFor } from "../kept.ts";
import type { Features } from "../model.ts";
import { contextLikeness, matchFeatures, sameName, shareNumber, transposed } from "./context.ts";
import { saysSurname } from "./said.ts";
import {
  alike,
  introduces,
  isGoverned,
  type Slot,
  type SlotClass,
  seatsBody,
  slotsAgree,
  slotsOf,
} from "./slot.ts";
import { isBesidePlace, isKindOf, matchSorts, takesPart, typesAgree } from "./sort.ts";

export const nameKind: ValueKind<NameMention> = {
  claims: namesClaimed,
  values: namesStated,
  compare: (claim, source) => {
    const relation = sameName(claim, source);
    if (relation === "same" || relation === "metonym") return "agrees";
    const apart = relation === "different" && typesAgree(claim, source) && !isPeopleOf(claim, source);
    return apart ? "conflicts" : "unrelated";
  },
  comparable: (claim, source, { query, statement }) =>
    isSame(claim, source) ||
    (!mentions(query.sentence, source) &&
      !isUnread(statement.sentence, claim) &&
      !isBesidePlace(claim, slotOf(query.sentence, claim), source, slotOf(statement.sentence, source))),
  core: (value) => value,
  features: (claim, source, pairing) => [nameFeatures(claim, source, pairing)],
  differences: () => ({}),
};

/** "European governments" and "Europe's governments", "Peruvian" and "Peru". */
function isPeopleOf({ text: a }: NameMention, { text: b }: NameMention): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const stem = short.replace(/[aeo]$/, "");
  return (
    stem.length >= 4 &&
    long.startsWith(stem) &&
    /^[a-z]{0,2}(?:an|ans|ese|ish|ic)$/.test(long.slice(stem.length))
  );
}

/** "Karstens took over the ministry": nobody has introduced her there, and the surname that opens the sentence is not read as a name. */
const isUnread = (sentence: Sentence, name: NameMention): boolean =>
  !mentions(sentence, name) && saysSurname(sentence, name);

const isSame = (a: NameMention, b: NameMention) => {
  const relation = sameName(a, b);
  return relation === "same" || relation === "metonym";
};

const partsOf: (sentence: Sentence) => readonly NameMention[] = keptFor((sentence) =>
  sentence.names.filter((name) => takesPart(sentence, name) && !introduces(sentence, name)),
);

function namesClaimed(sentence: Sentence): readonly NameMention[] {
  if (sentence.block.kind === "heading") return NONE;
  return claimedOf(sentence);
}
const NONE: readonly NameMention[] = [];

/** Who said a thing is told by another rule. */
const claimedOf: (sentence: Sentence) => readonly NameMention[] = keptFor((sentence) =>
  partsOf(sentence).filter((name) => !isKindOf(sentence, name) && !isSpeaker(sentence, name)),
);

function isSpeaker({ attributions }: Sentence, { start, end }: NameMention): boolean {
  return attributions.some(({ speaker }) => speaker !== null && speaker.start < end && start < speaker.end);
}

function namesStated(sentence: Sentence): readonly NameMention[] {
  return partsOf(sentence);
}

function slotOf(sentence: Sentence, name: NameMention): Slot {
  return slotsOf(sentence)[sentence.names.indexOf(name)]!;
}

const CLASSES: readonly SlotClass[] = ["agent", "patient", "place", "goal", "whole", "modifier", "free"];

function nameFeatures(claim: NameMention, source: NameMention, pairing: Pairing): Features {
  const asked = pairing.query.sentence;
  const stated = pairing.statement.sentence;
  const mine = slotOf(asked, claim);
  const theirs = slotOf(stated, source);
  const match = matchFeatures(asked, stated);
  const forth = contextLikeness(match, mine, theirs, () => 1);
  const back = contextLikeness(transposed(match), theirs, mine, () => 1);
  const sorts = matchSorts(claim, source);
  const found: Record<string, number> = {
    "n-forth": forth.share,
    "n-back": back.share,
    "n-support": forth.support,
    "n-least": Math.min(forth.share, back.share),
    "n-class": mine.class === theirs.class ? 1 : 0,
    "n-slots": slotsAgree(mine, theirs, alike) ? 1 : 0,
    "n-governed": isGoverned(mine, theirs, alike) ? 1 : 0,
    "n-governor":
      mine.governor === "" || theirs.governor === "" ? 0.5 : alike(mine.governor, theirs.governor),
    "n-listed": (mine.listed ? 0.5 : 0) + (theirs.listed ? 0.5 : 0),
    "n-owns": (mine.owns ? 0.5 : 0) + (theirs.owns ? 0.5 : 0),
    "n-seat": seatsBody(theirs, mine) || seatsBody(mine, theirs) ? 1 : 0,
    "n-number": shareNumber(asked, stated) ? 1 : 0,
    "n-sort": sorts === "sure" ? 1 : sorts === "possible" ? 0.5 : 0,
    "n-person": (claim.type === "person" ? 0.5 : 0) + (source.type === "person" ? 0.5 : 0),
    "n-place": (claim.type === "place" ? 0.5 : 0) + (source.type === "place" ? 0.5 : 0),
    "n-body": (claim.type === "organisation" ? 0.5 : 0) + (source.type === "organisation" ? 0.5 : 0),
    "n-group": (claim.type === "group" ? 0.5 : 0) + (source.type === "group" ? 0.5 : 0),
    "n-known": (lookUpName(claim.text).length > 0 ? 0.5 : 0) + (lookUpName(source.text).length > 0 ? 0.5 : 0),
    "n-opens": (mine.first <= 1 ? 0.5 : 0) + (theirs.first <= 1 ? 0.5 : 0),
    "n-heading": stated.block.kind === "heading" ? 1 : 0,
  };
  for (const name of CLASSES) {
    found[`n-mine-${name}`] = mine.class === name ? 1 : 0;
    found[`n-theirs-${name}`] = theirs.class === name ? 1 : 0;
  }
  return found;
}

const NEIGHBOURS = 2;

/** What the decision sees besides: how the pair stands, and whether its source knows the claim's name, and where. */
export function nameStandings(claim: NameMention, conflict: ValuePair<NameMention> | null): Features {
  if (!conflict) return {};
  const { statement } = conflict.pairing;
  const { sentences } = statement.source;
  const at = statement.sentence.index;
  const around = sentences.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1);
  return {
    "n-there": mentions(statement.sentence, claim) ? 1 : 0,
    "n-near": around.some((one) => mentions(one, claim)) ? 1 : 0,
    "n-source": sentences.some((one) => mentions(one, claim)) ? 1 : 0,
    "n-mineLong": claim.text.includes(" ") ? 1 : 0,
    "n-theirsLong": conflict.value.text.includes(" ") ? 1 : 0,
    ...Object.fromEntries(Object.entries(featuresOf(conflict)).filter(([name]) => name.startsWith("n-"))),
  };
}

function mentions(sentence: Sentence, name: NameMention): boolean {
  return sentence.names.some((other) => sameName(other, name) !== "different");
}
