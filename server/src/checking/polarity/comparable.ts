/**
 * Whether two predicates can be said of one thing at all, so that to differ is to disagree: same side word with the same
 * complement, same share, same thing denied. Knows two sentences and their predicates.
 */

import { comparePredicates } from "../../kinds/proposition/compare.ts";
import {
  isChangedBesideSame,
  isSettledBesideOpen,
  isSidedBesideAbstention,
  isToldBesideSilent,
} from "../../kinds/proposition/outcome.ts";
import { UNDECIDED } from "../../kinds/proposition/questions.ts";
import type { Predicate } from "../../kinds/proposition/types.ts";
import { areConverse, family, ladder, opposites, similarity } from "../../lexicon/index.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { amountBefore, isSameAmount } from "./amount.ts";
import { clauseOf, headOf, isOtherSide } from "./arguments.ts";
import { complementOf, isBounded, isSaidBefore, type Placed } from "./bounds.ts";
import { correspondence } from "./correspondence.ts";
import { isOtherFrame } from "./frames.ts";
import { isOtherSetting, isRestrictive } from "./setting.ts";
import { speaksOfOtherShare, TIMES } from "./share.ts";
import { denySame, isDenied, speaksOfSign } from "./signs.ts";

/** Whether the two can be said of one thing at all. */
export function comparablePredicates(claim: Placed, source: Placed, pairing: Pairing): boolean {
  const asked = pairing.query.sentence;
  const stated = pairing.statement.sentence;
  if (isAcross(claim.predicate, source.predicate)) {
    if (isRestrictive(asked, claim.predicate) || !correspond(claim, source, pairing)) return false;
  }
  if (tellsAmount(asked, claim.predicate) && !isSameAmount(asked, claim.predicate, stated, source.predicate))
    return false;
  if (isExcess(stated, source.predicate) !== isExcess(asked, claim.predicate)) return false;
  if (isOfOtherObject(asked, claim.predicate, stated, source.predicate)) return false;
  if (areOtherSides(claim.predicate, source.predicate, pairing)) return false;
  if (isAside(asked, claim.predicate) && !isAside(stated, source.predicate)) return false;
  if (claim.predicate.form === "modifier" && !hasSameComplement(asked, claim, stated, source)) return false;
  if (isSaidByGovernor(asked, claim, stated, source)) return false;
  if (isOpposed(claim, source) && isOtherSetting(asked, claim.predicate, stated, source.predicate))
    return false;
  if (isOtherFrame(asked, claim.predicate, stated, source.predicate)) return false;
  if (source.predicate.mood === "intended" && isConditional(asked, claim.predicate)) return false;
  if (claim.predicate.polarity === source.predicate.polarity) {
    if (claim.predicate.polarity === -1)
      return (
        denySame(asked, claim.predicate, stated, source.predicate) ||
        !deniesOtherObject(asked, claim, stated, source)
      );
    // "Thirteen clinics remain shut", "nine have reopened": others.
    return !(
      opposites(claim.predicate.meaning, source.predicate.meaning) &&
      speaksOfOtherShare(asked, claim.predicate, stated, source.predicate)
    );
  }
  return !(
    isBounded(asked, claim, stated, source) ||
    isBounded(stated, carrierOf(stated, source), asked, claim) ||
    deniesOtherObject(asked, claim, stated, source) ||
    deniesOtherObject(stated, source, asked, claim) ||
    speaksOfOtherShare(asked, claim.predicate, stated, source.predicate)
  );
}

/** Whether the two conflict by their words, not by how surely they are said. */
function isOpposed({ predicate: claim }: Placed, { predicate: source }: Placed): boolean {
  const { difference, relation } = comparePredicates(claim, source);
  return relation === "conflicts" && (difference === "opposite" || difference === "polarity");
}

/** "supports the timetable but not the surcharge": what is said of the one is not said of the other. */
function isOfOtherObject(asked: Sentence, claim: Predicate, stated: Sentence, source: Predicate): boolean {
  const speaks = ({ object }: Predicate) => speaksOf(asked, claim, stated, object);
  if (source.gapped) return !speaks(source);
  if (source.form !== "verb") return false;
  const denied = stated.predicates.find(({ gapped, head }) => gapped && head === source.head);
  return denied !== undefined && speaks(denied) && !speaks(source);
}

/** Whether the clause names the head of a noun phrase of the other sentence. */
function speaksOf(asked: Sentence, claim: Predicate, stated: Sentence, phrase: Span | null): boolean {
  const head = phrase ? headOf(stated, phrase) : -1;
  if (head < 0) return false;
  const { lemma } = stated.tokens[head]!;
  const { start, end } = clauseOf(asked, claim);
  return asked.tokens
    .slice(start, end)
    .some((token) => family(token.lemma) === family(lemma) || similarity(token.lemma, lemma) >= 0.5);
}

/** "Families had been given", "families received": two sides of one act contradict only as told of one and the same side. */
function areOtherSides(claim: Predicate, source: Predicate, pairing: Pairing): boolean {
  if (isSidedBesideAbstention(claim, source) || isSidedBesideAbstention(source, claim)) {
    const { subject, subjectBack } = correspondence(claim, source, pairing);
    return Math.min(subject, subjectBack) < WHOLE;
  }
  if (!areConverse(claim.meaning, source.meaning)) return false;
  if (claim.passive !== source.passive) return true;
  // The draft's subject may be met as the other side: "sold his share to the museum".
  return correspondence(claim, source, pairing).subject < WHOLE || isOtherSide(claim, source, pairing);
}

/** "The forms are too long": who wants shorter ones says the same. */
function isExcess({ tokens }: Sentence, { head }: Predicate): boolean {
  return tokens[head - 1]?.lemma === "too";
}

/** "five ports would take turns": that is how a proposal is told. */
function isConditional({ tokens }: Sentence, { form, tokens: { start, end } }: Predicate): boolean {
  return form === "verb" && tokens.slice(start, end).some(({ text }) => /^(?:would|['’]d)$/i.test(text));
}

/** The verb that denies a noun of its object: what bounds the verb bounds the noun. */
function carrierOf(sentence: Sentence, placed: Placed): Placed {
  const predicate = placed.predicate.form === "noun" ? governorOf(sentence, placed.predicate) : undefined;
  return predicate ? { predicate } : placed;
}

/** Words that a draft is asked about for the figure before them only. */
function tellsAmount(sentence: Sentence, predicate: Predicate): boolean {
  return predicate.form !== "verb" && amountBefore(sentence, predicate) !== null;
}

/** "…, naming the firm, …", "without naming it": said by the way, so only beside what is said by the way. */
function isAside({ tokens }: Sentence, { form, tense, tokens: { start, end } }: Predicate): boolean {
  return form === "verb" && tense === "none" && end - start === 1 && /ing$/i.test(tokens[start]!.text);
}

/** Heads that are no one act by their words: what stands around them must tell. */
export function isAcross(claim: Predicate, source: Predicate): boolean {
  return comparePredicates(claim, source).relation === "unrelated";
}

/** Least share of both clauses that must meet for two different verbs to be compared. */
const MET = 0.4;
/** From here on the rest of both clauses tells enough without the subject. */
const WHOLE = 0.6;
/** A subject that is met less is another. */
const OTHER = 0.2;
/** Likeness of two verbs that makes up for clauses with little else in them. */
const NEAR = 0.3;

/** "will join the stoppage", "will not take part": other verbs of one subject, with the same things around them. */
function correspond({ predicate: claim }: Placed, { predicate: source }: Placed, pairing: Pairing): boolean {
  const { subject, subjectBack, rest, restBack } = correspondence(claim, source, pairing);
  const same = Math.max(subject, subjectBack);
  if (source.bare) return same >= MET;
  if (Math.min(rest, restBack) >= WHOLE) return true;
  // "raises the fee", "the fee does not change": what is changed is the subject where it changes by itself.
  if (isChangedBesideSame(claim, source) && rest >= MET && subjectBack >= WHOLE) return true;
  if (same < MET || (subject >= 0 && subject < OTHER)) return false;
  if (Math.min(rest, restBack) < 0 && Math.min(subject, subjectBack) >= MET) return true;
  if (isToldBesideSilent(claim, source)) return source.object === null || restBack >= MET;
  if (isSettledBesideOpen(claim, source))
    return restBack >= OTHER || !namesMatter(pairing.statement.sentence, source);
  return Math.max(rest, restBack) >= MET || similarity(claim.meaning, source.meaning) >= NEAR;
}

/** "will decide on its salaries": a matter with a name, not "the point" or a day. */
function namesMatter({ tokens }: Sentence, { object, meaning }: Predicate): boolean {
  return (
    object !== null &&
    tokens
      .slice(object.start, object.end)
      .some(
        ({ pos, lemma }) => pos === "NOUN" && lemma !== meaning && !MATTERS.has(lemma) && !TIMES.has(lemma),
      )
  );
}
const MATTERS = new Set("point matter question issue case dispute subject finding conclusion".split(" "));

/** "before the vote" and "after the vote" are opposed; "three rounds before it restarts" and "after three rounds" are not. */
function hasSameComplement(
  asked: Sentence,
  { predicate: claim }: Placed,
  stated: Sentence,
  { predicate: source }: Placed,
): boolean {
  if (!SIDES.has(claim.lemma) || !SIDES.has(source.lemma)) return true;
  const mine = complementOf(asked, claim.head);
  return mine !== null && mine === complementOf(stated, source.head);
}
const SIDES = new Set(
  "above below over under before after with without for against inside outside".split(" "),
);

/** "advises to avoid" against "does not advise to avoid", "decided to lift" against "proposed to": the verb above tells. */
function isSaidByGovernor(
  asked: Sentence,
  { predicate: claim }: Placed,
  stated: Sentence,
  { predicate: source }: Placed,
): boolean {
  const mine = governorOf(asked, claim);
  const theirs = governorOf(stated, source);
  if (!mine) return false;
  if (theirs && family(mine.lemma) === family(theirs.lemma)) return mine.polarity !== theirs.polarity;
  if (claim.polarity !== source.polarity && isToldAbove(mine, stated, source)) return true;
  // "shows that it works" beside "whether it works cannot be said": only the showing is wrong.
  if (source.operator === UNDECIDED && SHOWING.has(mine.lemma)) return true;
  if (!theirs) return false;
  if (opposites(mine.lemma, theirs.lemma)) return true;
  const rung = ladder(mine.meaning);
  const other = ladder(theirs.meaning);
  return rung !== null && other !== null && rung.ladder === other.ladder && rung.rank !== other.rank;
}

const SHOWING = new Set("show prove demonstrate establish indicate confirm reveal".split(" "));

/** "No lender believes that it would pay" beside "Some believe that lending would pay": the same verb before tells. */
function isToldAbove(mine: Predicate, { predicates }: Sentence, source: Predicate): boolean {
  return predicates.some(
    ({ form, head, lemma, polarity }) =>
      form === "verb" &&
      head < source.head &&
      polarity !== mine.polarity &&
      family(lemma) === family(mine.lemma),
  );
}

function governorOf({ predicates }: Sentence, { governor }: Predicate): Predicate | undefined {
  return governor === null
    ? undefined
    : predicates.find(({ head, form }) => head === governor && form === "verb");
}

/** "pays no penalty" denies a penalty: beside a clause that pays something else it denies nothing. */
function deniesOtherObject(
  asked: Sentence,
  { predicate: { negation, object, subject, form, passive, meaning } }: Placed,
  stated: Sentence,
  { predicate: source }: Placed,
): boolean {
  if (negation && subject && asked.tokens[subject.start]!.start <= negation.start && form === "verb") {
    const head = headOf(asked, { start: subject.start, end: Math.min(subject.end, subject.start + 8) });
    const alone = subject.end - subject.start === 1;
    if (head >= 0 && !alone && asked.tokens[subject.end - 1]!.end >= negation.end)
      return deniesOthers(
        asked,
        subject,
        stated,
        source.passive === passive ? source.subject : source.object,
      );
  }
  if (!negation || !object || asked.tokens[object.start]!.start > negation.start) return false;
  if (source.pronominal || /^against/i.test(asked.text.slice(negation.start, negation.end))) return false;
  if (isSaidBefore(asked, object, negation)) return false;
  const head = headOf(asked, object);
  if (head < 0) return false;
  const { lemma } = asked.tokens[head]!;
  if (speaksOfSign(asked, object, head, stated, source)) return false;
  if (isDenied(stated, lemma)) return true;
  // "has made no decision": the denied object is the act itself.
  if (lemma === meaning && source.meaning === source.lemma) return false;
  const clause = clauseOf(stated, source);
  const same = stated.tokens.findIndex(
    (token, at) => at >= clause.start && at < clause.end && family(token.lemma) === family(lemma),
  );
  if (same >= 0) return isForOther(infinitiveAfter(asked, head + 1), infinitiveAfter(stated, same + 1));
  return !stated.tokens
    .slice(clause.start, clause.end)
    .some((token) => similarity(token.lemma, lemma) >= 0.5);
}

/** "no power to decide" beside "the power to order": two powers. */
function isForOther(mine: string | null, theirs: string | null): boolean {
  if (mine === null || theirs === null || family(mine) === family(theirs)) return false;
  return similarity(mine, theirs) < 0.8 && !opposites(mine, theirs);
}

/** "power to decide": the verb behind a noun and "to", or null. */
function infinitiveAfter({ tokens }: Sentence, at: number): string | null {
  return tokens[at]?.lemma === "to" && tokens[at + 1]?.pos === "VERB" ? tokens[at + 1]!.lemma : null;
}

/** "Nobody in the company noticed" is silent of a nurse at a clinic; of a named party or "they" it may speak. */
function deniesOthers(asked: Sentence, mine: Span, stated: Sentence, theirs: Span | null): boolean {
  if (!theirs) return false;
  const head = headOf(stated, theirs);
  if (head < 0 || stated.tokens[head]!.pos === "PROPN") return false;
  const nouns = asked.tokens
    .slice(mine.start, mine.end)
    .filter(({ pos }) => pos === "NOUN" || pos === "PROPN");
  const others = stated.tokens
    .slice(theirs.start, theirs.end)
    .filter(({ pos }) => pos === "NOUN" || pos === "PROPN");
  return !nouns.some((a) =>
    others.some((b) => family(a.lemma) === family(b.lemma) || similarity(a.lemma, b.lemma) >= 0.5),
  );
}
