/**
 * What has come of a matter: settled one way, still open, changed, left as it was. Tells where one predicate says the
 * one and another the other though their verbs are no relatives. Word classes; knows nothing of what the two are about.
 */
import type { Predicate } from "./types.ts";

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

/** Verbs that settle a matter one way. */
const OUTCOMES =
  words(`approve adopt agree grant award accept endorse ratify pass enact confirm authorize clear reject
  refuse dismiss veto rule convict acquit conclude resolve uphold overturn quash annul side back oppose
  support favor recommend urge advise condemn allow permit forbid exclude choose appoint select`);
/** What is done where a matter is settled, whichever way. */
const SETTLING =
  words(`decide decision vote rule ruling verdict view position stance conclusion conclude finding
  determine determination settle resolve choose choice opinion recommendation judgment
  reply answer respond response`);
/** What is under way while a matter is open. */
const CONSIDERING = words(
  `consider examine weigh mull study review assess contemplate explore discuss debate ponder`,
);
const WAITING = words(`await wait`);
/** What is said of a matter that nobody has settled. */
const OPEN_STATES = words(`open pending undecided unclear unresolved unsettled unknown outstanding`);
/** Answers to a report, which who declines to comment gives none of. */
const ANSWERS = words(`confirm deny admit acknowledge refute dispute`);
const TELLING = words(
  `announce confirm reveal disclose name identify blame accuse deny admit view acknowledge`,
);
/** Acts that come before anything is settled. */
const DELIBERATING = words(
  `decide decision vote rule ruling verdict determine settle choose choice answer conclude`,
);

/** "has sided with the port" beside "could not settle the point", "has approved" beside "will decide in June". */
export function isSettledBesideOpen(claim: Predicate, source: Predicate): boolean {
  if (!isDone(claim) || !OUTCOMES.has(claim.meaning)) return false;
  if (source.form === "complement")
    return claim.passive && source.polarity === 1 && isNow(source) && OPEN_STATES.has(source.meaning);
  if (source.form !== "verb") return false;
  if (claim.tense === "past" && source.polarity === 1 && isUnderWay(claim, source)) return true;
  if (source.polarity === -1) return source.mood === "asserted" && SETTLING.has(source.meaning);
  return isAhead(source) && claim.tense === "past" && DELIBERATING.has(source.meaning);
}

function isDone({ polarity, mood, form, tense }: Predicate): boolean {
  return (
    polarity === 1 && mood === "asserted" && form === "verb" && (tense === "past" || tense === "present")
  );
}

function isNow({ mood, tense }: Predicate): boolean {
  return mood === "asserted" && (tense === "present" || tense === "none");
}

/** "is considering a loan", "is being examined", "awaits approval"; who "considers it sound" has made up his mind. */
function isUnderWay(claim: Predicate, source: Predicate): boolean {
  if (source.mood !== "asserted" || source.tense !== "present") return false;
  if (WAITING.has(source.meaning)) return true;
  const words = source.tokens.end - source.tokens.start;
  return CONSIDERING.has(source.meaning) && (source.passive ? claim.passive && words >= 3 : words >= 2);
}

/** "is still considering a rise" beside "rejected it": what is told as open was settled. */
export function isOpenBesideSettled(claim: Predicate, source: Predicate): boolean {
  if (claim.form !== "verb" || claim.polarity === -1 || !isUnderWay(claim, claim)) return false;
  return source.form === "verb" && isDone(source) && source.tense === "past" && SETTLED.has(source.meaning);
}
const SETTLED = words(`approve adopt grant reject refuse dismiss veto exclude abandon drop`);

const SIDED = words(`support oppose vote`);

/** "voted in favour", "voted against" beside "abstained": who abstains takes no side. */
export function isSidedBesideAbstention(one: Predicate, other: Predicate): boolean {
  const both = one.form === "verb" && other.form === "verb" && one.mood === other.mood;
  return (
    both &&
    one.lemma === "vote" &&
    SIDED.has(one.meaning) &&
    other.lemma === "abstain" &&
    other.polarity === 1
  );
}

/** The meaning of what is expressly left unsaid: "declined to comment", "has not said whether". */
export const COMMENT = "comment";

/** "has confirmed this" beside "declined to comment"; of a matter with a name any telling or settling. */
export function isToldBesideSilent(claim: Predicate, source: Predicate): boolean {
  if (source.form !== "verb" || source.meaning !== COMMENT || source.polarity === 1) return false;
  if (!isDone(claim) || source.mood !== "asserted") return false;
  if (ANSWERS.has(claim.meaning)) return true;
  return source.object !== null && (TELLING.has(claim.meaning) || OUTCOMES.has(claim.meaning));
}

/** "has approved", "has not approved" beside "will vote", "has not decided": akin as words, and no more than that. */
export function isOutcomeBesideVote(claim: Predicate, source: Predicate): boolean {
  if (!OUTCOMES.has(claim.meaning) || !DELIBERATING.has(source.meaning) || OUTCOMES.has(source.meaning))
    return false;
  return source.polarity === -1 || isAhead(source);
}

function isAhead({ mood, tense }: Predicate): boolean {
  return mood === "intended" || (mood === "asserted" && tense === "future");
}

const ATTITUDES = words(
  `support back oppose favor endorse recommend urge advise welcome condemn criticize praise`,
);

/** Verbs between which there is a third: who does not back a plan need not oppose it. */
export function isAttitude({ meaning }: Predicate): boolean {
  return ATTITUDES.has(meaning);
}

/** Verbs that make a thing more, less or other than it was. */
const CHANGES =
  words(`raise rise increase grow climb lift boost cut lower reduce fall drop decline decrease slash trim
  change alter amend extend shorten lengthen widen narrow double triple quadruple halve tighten loosen strengthen weaken expand shrink`);
/** Whether the verb makes a thing more, less or other than it was. */
export function isChange(meaning: string): boolean {
  return CHANGES.has(meaning);
}
const CHANGING = words(`change alter vary amend touch move affect`);
const SAME = words(`unchanged constant unaltered untouched unaffected frozen same`);

/** "raises the fee" beside "the fee does not change", "stays at 18 euros". */
export function isChangedBesideSame(claim: Predicate, source: Predicate): boolean {
  if (
    claim.polarity === -1 ||
    claim.mood !== "asserted" ||
    claim.form !== "verb" ||
    !CHANGES.has(claim.meaning)
  )
    return false;
  if (source.mood !== "asserted") return false;
  if (source.polarity === -1) return source.form === "verb" && CHANGING.has(source.meaning);
  if (source.form === "complement") return SAME.has(source.meaning);
  return source.form === "verb" && source.meaning === "stay";
}
