/**
 * What two predicates are set in: now or later, this phase or the one before, a rank among others, a clause that only says
 * of whom. Opposites of different settings are both true. Knows two sentences and their predicates.
 */
import { isChange } from "../../kinds/proposition/outcome.ts";
import type { Predicate } from "../../kinds/proposition/types.ts";
import { family, opposites } from "../../lexicon/index.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";

/** Whether opposites or denials in these two places leave room for each other. */
export function isOtherSetting(
  asked: Sentence,
  claim: Predicate,
  stated: Sentence,
  source: Predicate,
): boolean {
  return (
    isNowBesideLater(asked, claim, source) ||
    (isBeforehand(stated, source) !== isBeforehand(asked, claim) && !areBothPast(claim, source)) ||
    isOtherRank(asked, claim, stated, source) ||
    isOtherSide(asked, claim, stated, source) ||
    tellsBoth(asked, claim, source) ||
    tellsBoth(stated, source, claim)
  );
}

/** "Today it ends that day" beside "would no longer end": as things stand, and as they would be. */
function isNowBesideLater({ tokens }: Sentence, claim: Predicate, source: Predicate): boolean {
  if (claim.tense !== "present" || claim.mood !== "asserted") return false;
  const ahead = source.tense === "future" || source.mood === "intended";
  const first = tokens[0]?.text ?? "";
  const from = claim.subject?.start ?? claim.head;
  return ahead && tokens.slice(0, from).length <= 4 && NOW.test(first);
}
const NOW = /^(?:today|now|nowadays|currently|presently|hitherto)$/i;

/** "having been closed for a year": what was so before. */
function isBeforehand({ tokens }: Sentence, { tokens: { start } }: Predicate): boolean {
  return /^having$/i.test(tokens[start]?.text ?? "");
}

/** "having not been invited" beside "was invited": the same verb, and either is over. */
function areBothPast(claim: Predicate, source: Predicate): boolean {
  const other = claim.tense === "none" ? source : claim;
  return other.tense === "past" && family(claim.meaning) === family(source.meaning);
}

const RANKS = new Set(["first", "last", "second"]);

/** "goes first" beside "the last district": one of many has its place, another has another. */
function isOtherRank(asked: Sentence, claim: Predicate, stated: Sentence, source: Predicate): boolean {
  if (!RANKS.has(claim.lemma) || !RANKS.has(source.lemma)) return false;
  return rankedNoun(asked, claim) !== rankedNoun(stated, source);
}

/** The family of the noun that is ranked; empty where the word stands alone. "the first two years" are a stretch, no place in a row. */
function rankedNoun({ tokens }: Sentence, { head }: Predicate): string {
  if (tokens[head + 1]?.pos === "NUM") return "#";
  for (const { pos, lemma } of tokens.slice(head + 1, head + 4)) {
    if (pos === "NOUN" || pos === "PROPN" || lemma === "one") return family(lemma);
    if (pos !== "ADJ" && pos !== "NUM") break;
  }
  return "";
}

/** "insured against flood" beside "cover for flood": the two words are sides only where sides are taken. */
function isOtherSide(asked: Sentence, claim: Predicate, stated: Sentence, source: Predicate): boolean {
  if (claim.form !== "modifier" || !/^(?:for|against)$/.test(claim.lemma)) return false;
  if (!takesSides(asked, claim) || !takesSides(stated, source)) return true;
  // "will not ask anybody to vote against it" beside "will vote for it"
  return isDeniedSide(asked, claim) !== isDeniedSide(stated, source);
}

function isDeniedSide({ predicates, tokens }: Sentence, { head }: Predicate): boolean {
  const carrier = predicates.findLast(
    ({ form, tokens: { end } }) => form === "verb" && end <= head && end >= head - 3,
  );
  return carrier?.polarity === -1 && (carrier.negation?.start ?? head) < tokens[carrier.head]!.start;
}

function takesSides({ tokens }: Sentence, { head }: Predicate): boolean {
  return tokens
    .slice(Math.max(0, head - 6), head)
    .some(({ lemma, pos }) => pos === "NUM" || SIDING.has(lemma));
}
const SIDING = new Set(
  `vote be argue speak campaign lobby come rule decide advise recommend case argument ballot speech majority minority
  member deputy party stand go side verdict evidence protest demonstrate petition`.split(/\s+/),
);

/**
 * "come home from abroad", "rose and then came down": a sentence that says the other's word itself, of the same subject,
 * is not contradicted by it.
 */
function tellsBoth({ predicates }: Sentence, own: Predicate, other: Predicate): boolean {
  if (own.form === "modifier")
    return predicates.some(
      (one) =>
        Math.abs(one.head - own.head) <= NEAR &&
        one !== own &&
        one.key === other.key &&
        one.polarity === other.polarity &&
        one.form !== "noun",
    );
  if (own.form !== "verb" || !isChange(own.meaning) || !isChange(other.meaning)) return false;
  return predicates.some(
    (one) =>
      one !== own &&
      one.form === "verb" &&
      isSameSpan(one.subject, own.subject) &&
      one.polarity === other.polarity &&
      opposites(one.meaning, own.meaning) &&
      !opposites(one.meaning, other.meaning),
  );
}

/** Words between two words of one phrase. */
const NEAR = 3;

function isSameSpan(one: Span | null, other: Span | null): boolean {
  return one !== null && other !== null && one.start === other.start && one.end === other.end;
}

/** "those who sit on data": a clause that only says who is meant claims nothing in other words. */
export function isRestrictive({ tokens }: Sentence, { form, tokens: { start } }: Predicate): boolean {
  const at = tokens[start - 1]?.pos === "ADV" ? start - 2 : start - 1;
  const before = tokens[at];
  if (form !== "verb" || !before || !/^(?:who|that)$/i.test(before.text)) return false;
  return tokens[at - 1] !== undefined && tokens[at - 1]!.lemma !== ",";
}
