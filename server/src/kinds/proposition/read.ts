/**
 * Reads the predicates of a tagged sentence with their polarity and mood: shallow, linear, no grammar of the whole.
 * A clause's negation reaches its verb, the nouns of its object and, through operators, the clause below it.
 */
import { family } from "../../lexicon/index.ts";
import type { Span, Token } from "../../text/types.ts";
import { inverted, objectDenial, pending, strandedNegation } from "./denial.ts";
import { resolveEllipses } from "./ellipsis.ts";
import { clauseScope, embeds, excluded, excludes, isProviso } from "./embedding.ts";
import { withGapped } from "./gapping.ts";
import { actOf, contentNoun, contestMeaning, phrasalMeaning } from "./light.ts";
import { freeNouns, modifiers, nounPredicates } from "./nominal.ts";
import { isDenier, lemmaOf, modalMood, UNPROVEN } from "./operators.ts";
import { COMMENT } from "./outcome.ts";
import {
  asks,
  freedomTo,
  isSubjunctive,
  nounsInfinitive,
  openScope,
  subjectQuestion,
  WHETHER,
} from "./questions.ts";
import { innerScope, nounScope } from "./reach.ts";
import { CLAUSE_MARKS, flip, OPEN, type Scope, span } from "./scope.ts";
import { type Subjected, subjectOf } from "./subject.ts";
import type { Predicate } from "./types.ts";
import { isNegator, readVerbGroups, type VerbGroup } from "./verb-groups.ts";

/** The verb before, with what stands over it and over what is below it. */
type Outer = Subjected & { readonly scope: Scope; readonly inner: Scope };

/** The predicates of a sentence, in order of their heads: verbs, complements of copulas, and nouns in their reach. */
export function readPredicates(tokens: readonly Token[]): Predicate[] {
  const groups = readVerbGroups(tokens);
  const predicates: Predicate[] = [];
  const subjected: Subjected[] = [];
  let outer: Outer | null = null;
  groups.forEach((group, index) => {
    const previousEnd = index > 0 ? groups[index - 1]!.tokens.end : 0;
    const nextStart = groups[index + 1]?.tokens.start ?? tokens.length;
    const governing = outer && !excluded(tokens, group) && embeds(tokens, outer.group, group) ? outer : null;
    const inherited = inheritedScope(tokens, previousEnd, group, outer, governing);
    const subject = subjectOf(tokens, group, subjected);
    subjected.push({ group, subject });
    const scope = groupScope(tokens, group, subject, inherited);
    const object = objectOf(tokens, group, nextStart);
    const denied =
      objectDenial(tokens, object, group, groups[index + 1]) ??
      inverted(tokens, groups[index - 1], group, outer?.scope) ??
      strandedNegation(tokens, groups[index - 1], group) ??
      pending(tokens, groups[index - 1], group);
    const verbScope = denied && !isTwiceDenied(tokens, group, scope) ? flip(scope, denied) : scope;
    const governor = governing ? governing.group.head : null;
    const agent = subject ?? (governing ? raisedSubject(tokens, governing, group) : null);
    predicates.push(verbPredicate(tokens, { group, subject: agent, object, governor }, verbScope));
    const inner = innerScope(tokens, group, verbScope, subject, object);
    const reach = group.bare ? verbScope : nounScope(tokens, group, object, verbScope, inner);
    predicates.push(...nounPredicates(tokens, group, object, reach, subject, verbScope));
    outer = { group, subject: agent, scope: verbScope, inner };
  });
  const resolved = withGapped(tokens, resolveEllipses(tokens, predicates));
  predicates.splice(0, predicates.length, ...resolved);
  predicates.push(...freeNouns(tokens, predicates));
  predicates.push(...modifiers(tokens, predicates));
  return predicates.sort((a, b) => a.head - b.head);
}

/** "no member voted against", "did not vote against": who does not oppose need not support. */
function isTwiceDenied(
  tokens: readonly Token[],
  { head, tokens: { end } }: VerbGroup,
  scope: Scope,
): boolean {
  return scope.polarity === -1 && tokens[head]!.lemma === "vote" && tokens[end]?.lemma === "against";
}

/** "It would take 22 crowns to cover the cost": what something is needed for is not told to be so. */
function isWhatItTakes(
  tokens: readonly Token[],
  { group: outer, subject }: Outer,
  group: VerbGroup,
): boolean {
  return (
    group.infinitive &&
    /^(?:take|need|require)$/.test(tokens[outer.head]!.lemma) &&
    subject !== null &&
    subject.end - subject.start === 1 &&
    tokens[subject.start]!.lemma === "it" &&
    tokens.slice(outer.tokens.end, group.tokens.start).some(({ pos }) => pos === "NUM" || pos === "NOUN")
  );
}

/** What stands over a verb before its own words: the verb that it is embedded under, or the conjunction before it. */
function inheritedScope(
  tokens: readonly Token[],
  previousEnd: number,
  group: VerbGroup,
  outer: Outer | null,
  governing: Outer | null,
): Scope {
  if (outer && !governing && excludes(tokens, outer, group)) return { ...OPEN, mood: "supposed" };
  if (outer && (isWhatItTakes(tokens, outer, group) || isProviso(tokens, outer.group.head)))
    return { ...OPEN, mood: "supposed" };
  const clause = clauseScope(tokens, previousEnd, group);
  if (
    clause.lemma === WHETHER &&
    governing &&
    (asks(tokens, governing) || governing.inner.mood === "asserted")
  )
    return openScope(tokens, group, governing, clause.operator);
  const open =
    clause.lemma === WHETHER && !governing ? subjectQuestion(tokens, group, clause.operator) : null;
  if (open) return open;
  const told = governing && !UNPROVEN.has(clause.lemma ?? "") ? governing.inner : clause;
  if (told.mood !== "asserted") return told;
  if (isSubjunctive(tokens, group)) return { ...told, mood: "intended", lemma: "propose" };
  const free = told.polarity === 1 ? freedomTo(tokens, group) : null;
  return free ?? (governing ? null : nounsInfinitive(tokens, previousEnd, group)) ?? told;
}

/** "The appeal is expected to be launched": an infinitive right behind its verb has that verb's subject. */
function raisedSubject(tokens: readonly Token[], outer: Subjected, group: VerbGroup): Span | null {
  if (!group.infinitive) return null;
  const between = tokens.slice(outer.group.tokens.end, group.tokens.start);
  return between.every(({ pos }) => pos === "ADV" || pos === "ADJ" || pos === "PART") ? outer.subject : null;
}

function groupScope(
  tokens: readonly Token[],
  group: VerbGroup,
  subject: Span | null,
  inherited: Scope,
): Scope {
  let scope = inherited;
  const mood = modalMood(group.modal, group.negator >= 0);
  if (mood !== "asserted" && scope.mood === "asserted") {
    scope = {
      ...scope,
      mood,
      operator: span(tokens, group.tokens.start, group.tokens.start + 1),
      lemma: group.modal,
    };
  }
  if (group.negator >= 0) {
    const by = span(tokens, group.negator, group.negator + 1);
    // "is not to be raised": one "not" between the two, which the verb above has handed down already.
    return group.infinitive && scope.negation?.start === by.start ? scope : flip(scope, by);
  }
  const denier = subject ? firstDenier(tokens, group, subject) : -1;
  return denier >= 0 ? flip(scope, span(tokens, denier, denier + 1)) : scope;
}

/** The denying word of the noun phrase right before the verb: after the last mark, "no … has", "nobody asked". */
function firstDenier(tokens: readonly Token[], group: VerbGroup, { start: first, end: last }: Span): number {
  const range = isRelative(tokens, group)
    ? { start: nearestPhrase(tokens, first, last), end: last }
    : { start: first, end: last };
  let start = range.end;
  while (
    start > range.start &&
    !CLAUSE_MARKS.has(tokens[start - 1]!.lemma) &&
    (tokens[start - 1]!.pos !== "CCONJ" || tokens[start - 1]!.lemma === "nor")
  )
    start -= 1;
  for (let at = start; at < range.end; at++) {
    if (isDenier(tokens, at)) return at;
    if (isNotOne(tokens, at, start)) return at;
  }
  return -1;
}

/** "not one of them", "Not a trace of it was found"; "not a few" are many. */
function isNotOne(tokens: readonly Token[], at: number, start: number): boolean {
  const [next, noun] = tokens.slice(at + 1, at + 3);
  if (!isNegator(tokens[at]!) || !next) return false;
  return (
    next.lemma === "one" ||
    (at === start && /^an?$/i.test(next.text) && !/^(?:few|little)$/.test(noun?.lemma ?? ""))
  );
}

/** "no fees to journals that also charge": the relative clause speaks of the nearest noun, which nothing denies. */
function isRelative(tokens: readonly Token[], { tokens: { start } }: VerbGroup): boolean {
  const before = tokens[start - 1]?.pos === "ADV" ? tokens[start - 2] : tokens[start - 1];
  return /^(?:that|which|who)$/.test(before?.lemma ?? "");
}

function nearestPhrase(tokens: readonly Token[], start: number, end: number): number {
  for (let at = end - 1; at > start; at--) if (tokens[at]!.pos === "ADP") return at;
  return start;
}

/** Tokens after the verb up to the next verb or the end of the clause. */
function objectOf(tokens: readonly Token[], group: VerbGroup, nextStart: number): Span | null {
  let end = group.tokens.end;
  while (
    end < nextStart &&
    tokens[end]!.lemma !== ";" &&
    tokens[end]!.lemma !== ":" &&
    tokens[end]!.lemma !== "."
  )
    end += 1;
  return end > group.tokens.end ? { start: group.tokens.end, end } : null;
}

/** A verb with its arguments. */
interface Clause {
  readonly group: VerbGroup;
  readonly subject: Span | null;
  readonly object: Span | null;
  readonly governor: number | null;
}

function verbPredicate(
  tokens: readonly Token[],
  { group, subject, object, governor }: Clause,
  scope: Scope,
): Predicate {
  const content = contentNoun(tokens, group, subject, object);
  const lemma = lemmaOf(tokens[group.head]!);
  return {
    head: group.head,
    lemma,
    key: family(lemma),
    meaning:
      silence(tokens, group, scope) ??
      (isTwiceDenied(tokens, group, scope) && scope.negation!.end <= tokens[group.head]!.start
        ? "oppose"
        : null) ??
      phrasalMeaning(tokens, group) ??
      contestMeaning(tokens, group, object) ??
      (content >= 0 ? actOf(tokens[content]!.lemma) : lemma),
    governor,
    form: "verb",
    span: span(tokens, group.tokens.start, group.tokens.end),
    tokens: group.tokens,
    polarity: scope.polarity,
    negation: scope.negation,
    mood: scope.mood,
    operator: scope.lemma,
    operatorSpan: scope.operator,
    tense: group.tense,
    passive: group.passive,
    bare: false,
    pronominal: isPronoun(tokens, object),
    subject,
    object,
  };
}

/** "has not said whether it will": what is left unsaid, or null. */
function silence(
  tokens: readonly Token[],
  { head, tokens: { end } }: VerbGroup,
  scope: Scope,
): string | null {
  const unsaid = scope.polarity === -1 && tokens[head]!.lemma === "say";
  return unsaid && /^(?:whether|if|who|what|why|how|when|where|which)$/.test(tokens[end]?.lemma ?? "")
    ? COMMENT
    : null;
}

/** "it", "one", "this" with nothing behind but adverbs. */
function isPronoun(tokens: readonly Token[], object: Span | null): boolean {
  const first = object ? tokens[object.start]! : null;
  if (!object || !first || !PRONOUNS.has(first.text.toLowerCase())) return false;
  const next = tokens.slice(object.start + 1, object.end).find(({ pos }) => pos !== "ADV" && pos !== "PART");
  return !next || next.pos === "PUNCT" || next.pos === "CCONJ" || next.pos === "SCONJ";
}
const PRONOUNS = new Set("it one this that them these those any none either".split(" "));
