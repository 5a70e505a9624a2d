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
  determine determination settle resolve choose choice opinion recommendation judgment`);
/** Acts that come before anything is settled. */
const DELIBERATING = words(
  `decide decision vote rule ruling verdict determine settle choose choice answer conclude`,
);

/** "has sided with the port" beside "could not settle the point", "has approved" beside "will decide in June". */
export function isSettledBesideOpen(claim: Predicate, source: Predicate): boolean {
  if (claim.polarity === -1 || claim.mood !== "asserted" || !OUTCOMES.has(claim.meaning)) return false;
  if (claim.form !== "verb" || claim.tense === "none" || claim.tense === "future" || source.form !== "verb")
    return false;
  if (source.polarity === -1) return source.mood === "asserted" && SETTLING.has(source.meaning);
  return isAhead(source) && claim.tense === "past" && DELIBERATING.has(source.meaning);
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
  change alter amend extend shorten lengthen widen narrow double halve tighten loosen strengthen weaken expand shrink`);
const CHANGING = words(`change alter vary amend touch move`);
const SAME = words(`unchanged constant unaltered untouched`);

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
