/**
 * How two predicates stand to each other: the same said, the opposite said, or one done and the other only proposed.
 * Knows words; whether the two speak of one thing is for alignment to say.
 */
import { family, ladder, negationStrength, opposites, similarity } from "../../lexicon/index.ts";
import type { Relation } from "../types.ts";
import { carriesActs, isLight } from "./light.ts";
import {
  isAttitude,
  isChangedBesideSame,
  isOpenBesideSettled,
  isOutcomeBesideVote,
  isSettledBesideOpen,
  isSidedBesideAbstention,
  isToldBesideSilent,
} from "./outcome.ts";
import { UNDECIDED, WHETHER } from "./questions.ts";
import type { Mood, Predicate } from "./types.ts";

export type Difference = "none" | "polarity" | "opposite" | "status" | "certainty";

export interface PredicateComparison {
  readonly relation: Relation;
  readonly difference: Difference;
  /** Likeness of the two heads, 0 to 1; opposites count as 1. */
  readonly likeness: number;
}

/** Heads less alike than this do not speak of one act. */
const LIKE = 0.5;
/** A verb and a noun must be nearly the same word. */
const ACROSS_FORMS = 0.8;

export const UNRELATED: PredicateComparison = { relation: "unrelated", difference: "none", likeness: 0 };

/** The last comparison: whoever asks about two predicates asks several times in a row. */
let last: {
  readonly claim: Predicate;
  readonly source: Predicate;
  readonly found: PredicateComparison;
} | null = null;

/** Compares what the draft says with what the source says, head by head. */
export function comparePredicates(claim: Predicate, source: Predicate): PredicateComparison {
  if (last?.claim === claim && last.source === source) return last.found;
  const found = compareHeads(claim, source);
  last = { claim, source, found };
  return found;
}

function compareHeads(claim: Predicate, source: Predicate): PredicateComparison {
  if (source.mood === "supposed" || claim.mood === "supposed" || isOutcomeBesideVote(claim, source))
    return UNRELATED;
  if (isSidedBesideAbstention(claim, source) || isSidedBesideAbstention(source, claim)) return OPPOSED;
  const { opposite, likeness, rungs } = isSameCarrier(claim, source)
    ? SAME
    : isKeptBesideLost(claim, source) || isKeptBesideLost(source, claim)
      ? CONTRARY
      : relateLemmas(claim, source);
  if (claim.form === "modifier" || source.form === "modifier")
    return compareModifiers(claim, source, opposite);
  if (rungs !== null && rungs !== 0 && !opposite)
    return compareRungs(claim, source, rungs, Math.max(likeness, LIKE));
  if (likeness < (claim.form === source.form ? LIKE : ACROSS_FORMS)) return UNRELATED;
  if (claim.polarity !== source.polarity * (opposite ? -1 : 1)) {
    if (claim.polarity === -1 && source.form === "noun") return UNRELATED;
    if (isOpenBeside(claim, source) || isOpenBeside(source, claim)) return UNRELATED;
    if (isLeftUndone(claim, source)) return UNRELATED;
    return { relation: "conflicts", difference: opposite ? "opposite" : "polarity", likeness };
  }
  if (opposite && source.polarity === -1 && isAttitude(source)) return UNRELATED;
  if (isMerePurpose(claim) && isOpenQuestion(source)) return UNRELATED;
  const status = moodDifference(claim, source);
  if (status) return { relation: "conflicts", difference: status, likeness };
  return { relation: "agrees", difference: "none", likeness };
}

/**
 * Two acts in different words, were they said of one thing: the same told of both, or what the draft says is so and the
 * source says is not, or not surely. Whether they are of one thing only their clauses can tell.
 */
export function compareStandings(claim: Predicate, source: Predicate): PredicateComparison {
  if (!isStated(claim) || !isStated(source)) return UNRELATED;
  const { likeness, opposite } = relateLemmas(claim, source);
  if (opposite && isAttitude(source)) return UNRELATED;
  if (isChangedBesideSame(claim, source)) return { relation: "conflicts", difference: "polarity", likeness };
  if (isSettledBesideOpen(claim, source))
    return { relation: "conflicts", difference: source.polarity === -1 ? "polarity" : "status", likeness };
  if (isOpenBesideSettled(claim, source)) return { relation: "conflicts", difference: "status", likeness };
  if (isToldBesideSilent(claim, source)) return { relation: "conflicts", difference: "polarity", likeness };
  if (claim.mood === source.mood && claim.polarity === source.polarity)
    return claim.form === source.form ? { relation: "agrees", difference: "none", likeness } : UNRELATED;
  // What a draft denies in words of its own is no denial of what the source says in others.
  if (claim.mood !== "asserted" || claim.polarity === -1 || !isFiniteVerb(claim) || !isFiniteVerb(source))
    return UNRELATED;
  // "withheld their support" beside "did not": what is denied in its sense is no affirmation.
  if (source.polarity === -1 && negationStrength(claim.meaning) >= DENIED) return UNRELATED;
  if (source.mood === "asserted" && (likeness >= AKIN || source.bare))
    return { relation: "conflicts", difference: "polarity", likeness };
  const open = source.mood === "possible" && source.polarity === 1 && claim.tense === "future";
  return open ? { relation: "conflicts", difference: "certainty", likeness } : UNRELATED;
}
/** Verbs that deny as strongly as this what they are about. */
const DENIED = 0.7;
/** Verbs less alike than this may be opposites that no list knows: "keeps" and "has not lost" are both true. */
const AKIN = 0.15;

function isStated({ form, mood }: Predicate): boolean {
  return (form === "verb" || form === "complement") && mood !== "supposed";
}

function isFiniteVerb({ form, tense }: Predicate): boolean {
  return form === "verb" && tense !== "none";
}

/** "plans to sue" beside "has not sued", "may sue" beside "has no plan to": what is open is not contradicted. */
function isOpenBeside(one: Predicate, other: Predicate): boolean {
  if (one.mood === "possible" && other.mood === "intended") return true;
  const open = one.mood === "intended" || one.mood === "possible";
  return (
    open && one.polarity === 1 && other.mood === "asserted" && other.tense === "past" && other.polarity === -1
  );
}

/** "has not decided to ban it" beside "has not decided whether to", "chose not to buy" beside "had the right to": what may be is left. */
function isLeftUndone(claim: Predicate, source: Predicate): boolean {
  return (
    claim.polarity === -1 && claim.tense === "none" && source.mood === "possible" && source.polarity === 1
  );
}

/** "has sixty days, until May, to go to court": an infinitive below no verb does not say that it does. */
function isMerePurpose({ form, tense, governor }: Predicate): boolean {
  return form === "verb" && tense === "none" && governor === null;
}

function isOpenQuestion({ mood, operator }: Predicate): boolean {
  return mood === "possible" && (operator === UNDECIDED || operator === WHETHER);
}

/** What two words are to each other, whatever sentence they stand in. */
interface LemmaRelation {
  readonly opposite: boolean;
  readonly likeness: number;
  /** See `rungsBetween`. */
  readonly rungs: number | null;
}

/** "keeps its right" beside "loses its right": to keep is light, and still the opposite of what others do with a right. */
function isKeptBesideLost(one: Predicate, other: Predicate): boolean {
  return (
    one.lemma === "keep" &&
    !isEmpty(one) &&
    one.form === "verb" &&
    isEmpty(other) &&
    opposites("keep", other.lemma)
  );
}

const CONTRARY: LemmaRelation = { opposite: true, likeness: 1, rungs: null };
const SAME: LemmaRelation = { opposite: false, likeness: 1, rungs: null };

/** "has lodged an appeal" beside "has not lodged one", "had received the notice" beside "has not received it". */
function isSameCarrier(claim: Predicate, source: Predicate): boolean {
  if (claim.lemma !== source.lemma || claim.form !== "verb" || source.form !== "verb") return false;
  if (carriesActs(claim.lemma)) return isEmpty(claim) || isEmpty(source);
  return isLight(claim.lemma) && (isEmpty(claim) ? !isEmpty(source) && claim.pronominal : source.pronominal);
}

/** Whether the verb stands for itself, with no noun that tells what is done. */
function isEmpty({ meaning, lemma }: Predicate): boolean {
  return meaning === lemma;
}

const relations = new Map<string, Map<string, LemmaRelation>>();
/** Words kept before the memory is emptied. */
const REMEMBERED = 4000;

function relateLemmas(claim: Predicate, source: Predicate): LemmaRelation {
  let row = relations.get(claim.meaning);
  if (!row) {
    if (relations.size > REMEMBERED) relations.clear();
    row = new Map();
    relations.set(claim.meaning, row);
  }
  let relation = row.get(source.meaning);
  if (!relation) {
    const same = family(claim.meaning) === family(source.meaning);
    const opposite = !same && opposites(claim.meaning, source.meaning);
    const likeness = opposite || same ? 1 : similarity(claim.meaning, source.meaning);
    relation = { opposite, likeness, rungs: rungsBetween(claim.meaning, source.meaning) };
    row.set(source.meaning, relation);
  }
  return relation;
}

/** Adjectives, adverbs and sides: the same word or its opposite, nothing between. */
function compareModifiers(claim: Predicate, source: Predicate, opposite: boolean): PredicateComparison {
  if (!opposite && claim.key !== source.key) return UNRELATED;
  if (!opposite && claim.polarity !== source.polarity) return UNRELATED;
  const differs = claim.polarity !== source.polarity * (opposite ? -1 : 1);
  if (differs) return { relation: "conflicts", difference: opposite ? "opposite" : "polarity", likeness: 1 };
  return { relation: "agrees", difference: "none", likeness: 1 };
}

const AWARDS = new Set(["grant", "award", "allocate"]);
const REQUESTS = new Set(["request", "ask", "apply", "seek", "demand"]);

/** How many rungs the first act is above the second on one ladder; null where they share none. */
function rungsBetween(claim: string, source: string): number | null {
  if (family(claim) === family(source)) return null;
  const mine = ladder(claim);
  const theirs = ladder(source);
  if (mine && theirs && AWARDS.has(claim) && REQUESTS.has(source)) return mine.rank - theirs.rank;
  if (!mine || !theirs || mine.ladder !== theirs.ladder) return null;
  // What somebody asks for is what somebody else considers.
  return mine.rank === 1 && theirs.rank === 0 ? null : mine.rank - theirs.rank;
}

/**
 * "adopted" against "proposed" is a step too far; "approved" against "not yet debated" is false; what is adopted was
 * proposed, so a lower rung in the draft agrees.
 */
function compareRungs(
  claim: Predicate,
  source: Predicate,
  rungs: number,
  likeness: number,
): PredicateComparison {
  if (claim.polarity === -1 || claim.mood !== "asserted") return UNRELATED;
  if (rungs > 0) return { relation: "conflicts", difference: "status", likeness };
  return source.polarity === 1 && source.mood === "asserted"
    ? { relation: "agrees", difference: "none", likeness }
    : UNRELATED;
}

const RANK: Readonly<Record<Mood, number>> = { supposed: 0, intended: 1, possible: 1, asserted: 2 };

/** "has adopted" against "proposes to adopt", "will follow" against "may follow". */
function moodDifference(claim: Predicate, source: Predicate): Difference | null {
  if (claim.operator === UNDECIDED && source.mood === "asserted") return "certainty";
  if (isStillAhead(claim, source)) return "status";
  if (!(claim.form === "verb" || isParticiple(claim)) || RANK[claim.mood] === RANK[source.mood]) return null;
  if (claim.tense === "future" && source.mood === "intended")
    return WISHED.has(source.operator ?? "") ? "status" : null;
  if (isToCome(claim, source)) return null;
  // "has promised nothing" beside "made no promise": neither was done.
  if (claim.polarity === -1 && source.polarity === -1 && source.mood === "intended") return null;
  if (isAbility(claim, source)) return null;
  if (claim.mood === "asserted") return source.mood === "possible" ? "certainty" : "status";
  return source.mood === "asserted" && source.tense === "past" && claim.mood === "intended" ? "status" : null;
}

const OPPOSED: PredicateComparison = { relation: "conflicts", difference: "opposite", likeness: 1 };

/** "has asked" beside "will ask": what is told as done was still to be done. */
function isStillAhead(claim: Predicate, source: Predicate): boolean {
  return (
    claim.form === "verb" &&
    source.form === "verb" &&
    claim.tense === "past" &&
    claim.polarity === 1 &&
    claim.mood === "asserted" &&
    source.mood === "asserted" &&
    source.tense === "future"
  );
}

/** What is only wished for is for others to decide; what is planned or expected will be so for all one knows. */
const WISHED = new Set(
  "propose suggest recommend request demand ask urge call consider mull weigh".split(" "),
);

/** "meets on 11 March" beside "is to meet", "has to be elected" beside "is to be elected": nothing is said to be done. */
function isToCome(claim: Predicate, source: Predicate): boolean {
  if (claim.mood !== "asserted" || source.mood !== "intended") return false;
  if (claim.form === "verb" && claim.tense === "none") return true;
  return claim.tense === "present" && !claim.passive && ARRANGED.has(source.operator ?? "");
}
const ARRANGED = new Set("be schedule expect plan due prepare anticipate promise pledge commit".split(" "));

/** "have been prolonged": taggers take some participles for adjectives. */
function isParticiple({ form, lemma }: Predicate): boolean {
  return form === "complement" && lemma.length > 5 && lemma.endsWith("ed");
}

/** "verified" beside "could verify", "leave to send" beside "may send": able or allowed to is no less sure than that. */
function isAbility(claim: Predicate, source: Predicate): boolean {
  if (source.mood !== "possible" || source.operator === UNDECIDED || source.operator === WHETHER)
    return false;
  if (claim.tense === "none") return true;
  return claim.tense !== "future" && /^(?:could|can)$/.test(source.operator ?? "");
}
