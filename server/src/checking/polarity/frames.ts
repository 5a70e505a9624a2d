/**
 * Words around two predicates that make of like verbs unlike facts, or of opposites one and the same: "with the pipeline
 * shut", "not for this but for that", "the ban is to begin", "is outside". Knows two sentences and their predicates.
 */
import { comparePredicates } from "../../kinds/proposition/compare.ts";
import type { Predicate } from "../../kinds/proposition/types.ts";
import { family, opposites, similarity } from "../../lexicon/index.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Token } from "../../text/types.ts";
import { clauseOf, headOf } from "./arguments.ts";

/** Whether a difference of the two by their words leaves room for both to be true, for what stands around them. */
export function isOtherFrame(
  asked: Sentence,
  claim: Predicate,
  stated: Sentence,
  source: Predicate,
): boolean {
  const { relation, difference } = comparePredicates(claim, source);
  if (relation !== "conflicts") return false;
  if (difference === "status")
    return (
      isArrangedBefore(asked, claim, source) ||
      isToldLater(asked, claim, stated, source) ||
      isDoneAsAsked(claim, stated, source)
    );
  if (difference === "opposite" && isOfStop(asked, claim) !== isOfStop(stated, source)) return true;
  return (
    isStillToCome(asked, claim, source) ||
    isStillToCome(stated, source, claim) ||
    isAbsolute(asked, claim) !== isAbsolute(stated, source) ||
    areOtherPlaces(asked, claim, stated, source) ||
    deniesContrasted(asked, claim, stated, source) ||
    deniesContrasted(stated, source, asked, claim)
  );
}

/** "has yet to be chosen" beside "will be chosen": not so far, and to come. */
function isStillToCome({ text }: Sentence, one: Predicate, other: Predicate): boolean {
  if (one.polarity === 1 || one.mood !== "asserted" || one.tense === "future" || !one.negation) return false;
  const ahead = other.polarity === 1 && other.mood === "asserted" && other.tense === "future";
  const start = Math.min(one.negation.start, one.span.start);
  const words = text.slice(start, Math.max(one.negation.end, one.span.end));
  return ahead && /\b(?:yet|still|remains?)\b/i.test(words);
}

/** "was to be held by 20 March" beside "was held on 4 March": what was arranged was done. */
function isArrangedBefore({ predicates }: Sentence, claim: Predicate, source: Predicate): boolean {
  if (claim.mood !== "intended" || claim.operator !== "be" || source.mood !== "asserted") return false;
  const governor = predicates.find(({ form, head }) => form === "verb" && head === claim.governor);
  return governor?.tense === "past" && governor.lemma === "be" && source.polarity === claim.polarity;
}

/** "has looked into it" beside "asked a panel to look into it": what others were told to do they may have done. */
function isDoneAsAsked(claim: Predicate, { predicates, tokens }: Sentence, source: Predicate): boolean {
  if (claim.mood !== "asserted" || claim.polarity !== source.polarity) return false;
  if (!TOLD_OTHERS.has(source.operator ?? "")) return false;
  const asking = predicates.find(({ form, head }) => form === "verb" && head === source.governor);
  return (
    asking !== undefined &&
    (asking.passive || /^(?:DET|NOUN|PROPN|PRON|ADJ|NUM)$/.test(tokens[asking.head + 1]?.pos ?? ""))
  );
}
const TOLD_OTHERS = new Set("ask instruct order commission task charge direct".split(" "));

/** "has applied since 1 April" beside "will apply from 1 April": the source only spoke of the same day before it came. */
function isToldLater(asked: Sentence, claim: Predicate, stated: Sentence, source: Predicate): boolean {
  if (claim.tense !== "past" || source.tense !== "future" || source.mood !== "asserted") return false;
  return asked.dates.some(
    (mine) =>
      mine.from !== null &&
      mine.grain === "day" &&
      stated.dates.some((theirs) => theirs.from === mine.from && theirs.grain === mine.grain),
  );
}

const STOPS = new Set("ban prohibition moratorium freeze halt embargo boycott closure suspension".split(" "));
/** Words before a verb among which its subject stands. */
const NEAR = 8;

/** "the ban on trawling is to begin": trawling is to stop. */
function isOfStop(sentence: Sentence, predicate: Predicate): boolean {
  const { tokens } = sentence;
  const { end } = clauseOf(sentence, predicate);
  return tokens.slice(Math.max(0, predicate.head - NEAR), end).some(({ lemma }) => STOPS.has(lemma));
}

/** "with the pipeline shut": not with it, but while it is. */
function isAbsolute({ tokens }: Sentence, { form, lemma, head }: Predicate): boolean {
  if (form !== "modifier" || lemma !== "with") return false;
  let at = head + 1;
  while (at < tokens.length && WITHIN_PHRASE.has(tokens[at]!.pos) && !OUT.has(tokens[at]!.lemma)) at += 1;
  return at > head + 1 && OUT.has(tokens[at]?.lemma ?? "");
}
const WITHIN_PHRASE = new Set(["DET", "ADJ", "ADV", "NOUN", "PROPN", "NUM", "PRON"]);
const OUT = new Set(
  "shut closed close go out down off idle missing absent lose suspend stop away".split(" "),
);

/** "is outside the government" beside "is not in the government"; "is of entries" beside "are not his". */
function areOtherPlaces(asked: Sentence, claim: Predicate, stated: Sentence, source: Predicate): boolean {
  if (claim.meaning !== "be" || source.meaning !== "be" || source.bare || claim.form !== "verb") return false;
  const mine = placeWord(asked, claim);
  const theirs = placeWord(stated, source);
  if (mine === null) return false;
  return theirs === null || opposites(mine, theirs) || BEYOND.has(mine) !== BEYOND.has(theirs);
}
const BEYOND = new Set("outside beyond without out against off".split(" "));

/** The preposition right behind "be", or null. */
function placeWord({ tokens }: Sentence, { object }: Predicate): string | null {
  if (!object) return null;
  const first = tokens
    .slice(object.start, object.end)
    .find(({ pos, text }) => pos !== "ADV" && !/^(?:not|n['’]t)$/i.test(text));
  return first?.pos === "ADP" ? first.lemma : null;
}

/** "did not ask for a change but for a vote": only the change is denied. */
function deniesContrasted(sentence: Sentence, denied: Predicate, other: Sentence, told: Predicate): boolean {
  const { polarity, form, object } = denied;
  if (polarity === 1 || form !== "verb" || !object) return false;
  const { tokens } = sentence;
  const but = tokens.findIndex(
    ({ lemma }, at) => at > object.start && at < object.end - 1 && lemma === "but",
  );
  if (but < 0 || !CONTRASTED.has(tokens[but + 1]!.pos)) return false;
  const head = headOf(sentence, { start: object.start, end: but });
  return head >= 0 && !names(other, told, tokens[head]!);
}
const CONTRASTED = new Set(["ADP", "DET", "NUM", "ADJ", "NOUN", "PROPN"]);

function names(sentence: Sentence, predicate: Predicate, word: Token): boolean {
  const { start, end } = clauseOf(sentence, predicate);
  return sentence.tokens
    .slice(start, end)
    .some(({ lemma }) => family(lemma) === family(word.lemma) || similarity(lemma, word.lemma) >= ALIKE);
}
const ALIKE = 0.5;
