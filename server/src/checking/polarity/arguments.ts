/**
 * Whether two predicates are said of the same things: who, to what, and the rest of their clauses. Blind to whether
 * the predicates agree.
 */

import type { Predicate } from "../../kinds/proposition/types.ts";
import { family, similarity } from "../../lexicon/index.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { keptWithin } from "../kept.ts";
import type { Features } from "../model.ts";

/** Words of one clause that meet words of the other sentence, both ways, and whether the heads of the arguments meet. */
export function argumentFeatures(mine: Predicate, theirs: Predicate, pairing: Pairing): Features {
  const asked = pairing.query.sentence;
  const stated = pairing.statement.sentence;
  const turned = mine.passive !== theirs.passive;
  const clause = clauseOf(asked, mine);
  const other = clauseOf(stated, theirs);
  return {
    subjectHead: headsMeet(asked, mine.subject, stated, turned ? theirs.object : theirs.subject),
    objectHead: headsMeet(
      asked,
      mine.passive ? mine.subject : mine.object,
      stated,
      theirs.passive ? theirs.subject : theirs.object,
    ),
    clause: shareAsked(pairing, clause, mine.head, other),
    clauseBack: shareStated(pairing, other, theirs.head, clause),
    wide: wideAsked(pairing, mine),
    wideBack: wideStated(pairing, theirs),
    embedded: mine.governor === null ? 0 : 1,
    theirsEmbedded: theirs.governor === null ? 0 : 1,
    conditioned: conditionOf(asked, mine, clause),
  };
}

/** Whether the subject of the one is not that of the other, but its object or a part of that. */
export function isOtherSide(mine: Predicate, theirs: Predicate, { query, statement }: Pairing): boolean {
  const stated = statement.sentence;
  if (headsMeet(query.sentence, mine.subject, stated, theirs.subject) >= MET) return false;
  const head = mine.subject ? headOf(query.sentence, mine.subject) : -1;
  if (head < 0 || !theirs.object) return false;
  const key = family(query.sentence.tokens[head]!.lemma);
  return stated.tokens
    .slice(theirs.object.start, theirs.object.end)
    .some(({ lemma }) => family(lemma) === key);
}
const MET = 0.5;

/** The words of a clause that meet words anywhere in the other sentence: the same beside each of its predicates. */
const wideAsked = keptWithin((pairing: Pairing, mine: Predicate): number => {
  const stated = { start: 0, end: pairing.statement.sentence.tokens.length };
  return shareAsked(pairing, clauseOf(pairing.query.sentence, mine), mine.head, stated);
});

const wideStated = keptWithin((pairing: Pairing, theirs: Predicate): number => {
  const asked = { start: 0, end: pairing.query.sentence.tokens.length };
  return shareStated(pairing, clauseOf(pairing.statement.sentence, theirs), theirs.head, asked);
});

/** 1 where the predicate's own clause has a condition, 0.5 where its verb is conditional and no other verb's tense, else 0. */
function conditionOf({ tokens }: Sentence, { governor, tokens: group }: Predicate, clause: Span): number {
  const words = tokens.slice(clause.start, clause.end);
  if (words.some(({ text }) => /^(?:if|unless|suppose|supposing|assuming|provided)$/i.test(text))) return 1;
  const modal = tokens
    .slice(group.start, group.end)
    .some(({ text }) => /^(?:would|could|['’]d)$/i.test(text));
  return modal && governor === null ? 0.5 : 0;
}

const OPENERS = new Set(["CCONJ", "SCONJ"]);
const RELATIVE = new Set(["who", "which", "whom", "where", "while", "although", "but"]);

/** Token range of the clause that a predicate heads, with what is embedded in it; subject included. */
export const clauseOf: (sentence: Sentence, predicate: Predicate) => Span = keptWithin(readClause);

function readClause({ tokens }: Sentence, predicate: Predicate): Span {
  const { subject, tokens: group, tense, gapped, object } = predicate;
  if (gapped && object) return object;
  let end = group.end;
  for (; end < tokens.length; end++) {
    const { lemma } = tokens[end]!;
    if (lemma === ";" || lemma === ":" || lemma === "." || lemma === "–" || lemma === "—") break;
    const next = tokens[end + 1];
    // A phrase without a finite verb ("without naming anyone, …") ends at its comma.
    if (lemma === "," && tense === "none") break;
    if (lemma === "," && next && (OPENERS.has(next.pos) || RELATIVE.has(next.lemma))) break;
    if (lemma === "but" || lemma === "while" || lemma === "although" || lemma === "because") break;
  }
  return { start: subject && subject.start < group.start ? subject.start : group.start, end };
}

/** 1 where the heads of two noun phrases are one word or one name, 0 where they differ, 0.5 where that cannot be told. */
function headsMeet(asked: Sentence, mine: Span | null, stated: Sentence, theirs: Span | null): number {
  if (!mine || !theirs) return 0.5;
  const a = headOf(asked, mine);
  const b = headOf(stated, theirs);
  if (a < 0 || b < 0) return 0.5;
  const one = asked.tokens[a]!;
  const other = stated.tokens[b]!;
  if (family(one.lemma) === family(other.lemma)) return 1;
  const likeness = similarity(one.lemma, other.lemma);
  if (likeness >= 0.5) return likeness;
  return one.pos === "PROPN" && other.pos === "PROPN" ? 0 : one.pos === other.pos ? 0.1 : 0.3;
}

/** Token index of the last noun before the first preposition; -1 for pronouns and nothing. */
export function headOf({ tokens }: Sentence, { start, end }: Span): number {
  let head = -1;
  for (let at = start; at < end; at++) {
    const { pos, lemma } = tokens[at]!;
    if (pos === "NOUN" || pos === "PROPN") head = at;
    else if (head >= 0 && (pos === "ADP" || lemma === ",")) return head;
  }
  return head;
}

/** Weighted share of the words of the draft's clause, the head left out, that meet words of `stated`; 0.5 for no words. */
function shareAsked(
  { query, statement, meetings }: Pairing,
  asked: Span,
  head: number,
  stated: Span,
): number {
  const best = new Float64Array(query.terms.length).fill(OUTSIDE);
  let want = 0;
  query.terms.forEach(({ own, token, weight }, position) => {
    if (!own || token < asked.start || token >= asked.end || token === head) return;
    want += weight;
    best[position] = 0;
  });
  if (want === 0) return 0.5;
  for (const { asked: q, term, similarity } of meetings) {
    if (term < 0 || best[q] === OUTSIDE || similarity <= best[q]!) continue;
    const { token } = statement.sentence.terms[term]!;
    if (token >= stated.start && token < stated.end) best[q] = similarity;
  }
  let have = 0;
  for (let q = 0; q < best.length; q++) if (best[q] !== OUTSIDE) have += query.terms[q]!.weight * best[q]!;
  return have / want;
}

/** The same the other way round; words that the draft's sentence inherits count as its own. */
function shareStated(
  { query, statement, meetings, termWeights }: Pairing,
  stated: Span,
  head: number,
  asked: Span,
): number {
  const best = new Float64Array(termWeights.length).fill(OUTSIDE);
  let want = 0;
  statement.sentence.terms.forEach(({ token }, position) => {
    if (token < stated.start || token >= stated.end || token === head) return;
    want += termWeights[position]!;
    best[position] = 0;
  });
  if (want === 0) return 0.5;
  for (const { asked: q, term, similarity } of meetings) {
    if (term < 0 || best[term] === OUTSIDE || similarity <= best[term]!) continue;
    const { own, token } = query.terms[q]!;
    if (!own || (token >= asked.start && token < asked.end)) best[term] = similarity;
  }
  let have = 0;
  for (let at = 0; at < best.length; at++) if (best[at] !== OUTSIDE) have += termWeights[at]! * best[at]!;
  return have / want;
}

/** Marks a word that does not count. */
const OUTSIDE = -1;
