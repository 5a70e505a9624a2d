/**
 * Finds who alone does a thing in the sources that the draft gives to somebody else: "X abstained" beside "Y abstained",
 * where no sentence has X in that part. Knows names, their verbs and what else the two clauses say.
 */
import { family } from "../../lexicon/index.ts";
import type { NameMention, Sentence } from "../../statements/types.ts";
import type { Corpus } from "../types.ts";
import type { AlignedSentence } from "./align.ts";
import { matchFeatures, sameName } from "./context.ts";
import { clauseAround, correspond } from "./correspondence.ts";
import type { Asked } from "./exchange.ts";
import { type Slot, slotsOf } from "./slot.ts";
import { matchSorts, takesPart } from "./sort.ts";

/** The name that the sources have as the doer. */
export interface Doer {
  readonly mention: NameMention;
  readonly aligned: AlignedSentence;
  readonly met: number;
  readonly support: number;
}

/** So many sentences of the sources at most tell of such a deed: what many do tells nobody apart. */
const RARE = 4;
/** So much of the draft's clause the source must tell too. */
const MET = 0.6;

/** The only doer of the deed that the draft gives to `asked.name`, or null. */
export function soleDoer(asked: Asked, corpus: Corpus): Doer | null {
  const { sentence, name, slot, aligner } = asked;
  if (slot.class !== "agent" || slot.owns || slot.listed || slot.governor === "") return null;
  if (!takesPart(sentence, name) || isDenied(sentence)) return null;
  const told = deedsIn(corpus, slot.governor);
  if (told.length === 0 || told.length > RARE) return null;
  if (told.some((one) => mayMean(one.sentence, name, slot) || isBeside(one, name))) return null;
  const doers = told.flatMap(({ sentence: stated, source }) =>
    stated.names.flatMap((mention, i): Doer[] => {
      const other = slotsOf(stated)[i] as Slot;
      if (!isDoing(other, slot) || particleOf(stated, other) !== particleOf(sentence, slot)) return [];
      if (isDenied(stated) || matchSorts(name, mention) === "no" || other.listed) return [];
      const clause = clauseAround(sentence, name);
      const match = matchFeatures(sentence, stated);
      const { met, support, conflicting } = correspond(
        { sentence, clause, name },
        stated,
        mention,
        match,
        aligner.rarity,
      );
      if (conflicting > 0 || met < MET) return [];
      return [{ mention, aligned: { sentence: stated, source, score: met }, met, support }];
    }),
  );
  const [first] = doers;
  if (!first || doers.some(({ mention }) => mention.canonical !== first.mention.canonical)) return null;
  return sentence.names.some((one) => one !== name && sameName(one, first.mention) !== "different")
    ? null
    : first;
}

const isDoing = (other: Slot, { governor }: Slot): boolean =>
  other.class === "agent" &&
  !other.owns &&
  other.governor !== "" &&
  family(other.governor) === family(governor);

/** The sentences that have the verb at all. */
function deedsIn({ sources }: Corpus, verb: string): AlignedSentence[] {
  const key = family(verb);
  return sources.flatMap((source) =>
    source.sentences
      .filter(({ tokens }) => tokens.some(({ pos, lemma }) => pos === "VERB" && family(lemma) === key))
      .map((sentence) => ({ sentence, source, score: 0 })),
  );
}

/** Whether a sentence with the deed names the draft's own, unless it has a deed of its own there. */
function mayMean(stated: Sentence, name: NameMention, slot: Slot): boolean {
  return stated.names.some((one, i) => {
    if (sameName(one, name) === "different") return false;
    const other = slotsOf(stated)[i] as Slot;
    return other.class !== "agent" || other.governor === "" || isDoing(other, slot);
  });
}

/** Whether the sentence before names it, so that "it" or "the party" may mean it. */
function isBeside({ sentence, source }: AlignedSentence, name: NameMention): boolean {
  const before = source.sentences[sentence.index - 1];
  if (sentence.names.some((_, i) => (slotsOf(sentence)[i] as Slot).class === "agent")) return false;
  return before?.names.some((one) => sameName(one, name) !== "different") ?? false;
}

/** "against" in "voted against", "out" in "pulled out". */
function particleOf({ tokens }: Sentence, { last, governor }: Slot): string {
  const verb = tokens.findIndex(({ lemma }, i) => i > last && family(lemma) === family(governor));
  const next = tokens[verb + 1]?.text.toLowerCase() ?? "";
  return /^(?:for|against|out|up|off|in|down|with|from|no|yes)$/.test(next) ? next : "";
}

const isDenied = ({ text }: Sentence): boolean =>
  /\b(?:not|never|nobody|no one|none|neither|nor|without)\b|n['’]t\b|\?$/.test(text);
