/**
 * How far two clauses say the same when one name of each is left out: words, numbers, days and other names of the one
 * that the other has too. Knows sentences and their values; decides nothing.
 */
import { compareDates } from "../../kinds/date/compare.ts";
import { compareQuantities } from "../../kinds/quantity/compare.ts";
import type { QuantityValue, Relation } from "../../kinds/types.ts";
import { family } from "../../lexicon/index.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span, Token } from "../../text/types.ts";
import type { Feature, FeatureMatch } from "./context.ts";
import { alike } from "./slot.ts";

/** What a clause has in common with a clause of a source. */
export interface Correspondence {
  /** The share, 0 to 1, of the clause's words, values and names that the other has. */
  readonly met: number;
  /** How much that is: 1 is one rare word. */
  readonly support: number;
  /** Values that agree and values that rule each other out. */
  readonly agreeing: number;
  readonly conflicting: number;
  /** Of those that agree the figures and the days named by month and number: "next week" and "on Thursday" pin nothing down. */
  readonly exact: number;
  /** Other names that both have. */
  readonly names: number;
}

/** A value that both clauses give counts as much as a rare word. */
const VALUE = 0.8;
/** A name that both clauses give. */
const NAME = 0.9;

/** The words around the name at `around`, as far as its clause goes: offsets in the text. */
export function clauseAround({ text, tokens, quotations }: Sentence, around: Span): Span {
  const relative = RELATIVE.exec(text.slice(0, around.start));
  const inside = quotations.find((one) => one.start <= around.start && around.end <= one.end);
  let start = 0;
  let end = text.length;
  tokens.forEach((token, i) => {
    if (
      !isBoundary(token.text, tokens[i + 1]?.text) &&
      !opensOther(token, tokens[i - 1], tokens[i + 1], around)
    )
      return;
    if (token.end <= around.start) start = token.end;
    else if (token.start >= around.end && token.start < end) end = token.start;
  });
  if (relative) start = Math.max(start, relative.index);
  return inside ? { start: inside.start, end: inside.end } : { start, end };
}

/** "…, which nobody at [the Agency] proposed": what is denied there is not what the sentence says. */
const RELATIVE = /, (?:which|who|whom|whose|where) (?:[^,;:]* )?(?:nobody|no|none|never|not) [^,;:]*$/;

/** "X met [the bank's director], who says …": what is told of somebody else than the name. */
const opensOther = (
  { text, start }: Token,
  before: Token | undefined,
  next: Token | undefined,
  around: Span,
): boolean =>
  text === "," &&
  start > around.end &&
  /^(?:who|whose|whom)$/.test(next?.text ?? "") &&
  before !== undefined &&
  before.start >= around.end;

const isBoundary = (text: string, next: string | undefined): boolean =>
  text === ";" ||
  (text === "," && next !== undefined && /^(?:but|while|whereas|although|though)$/.test(next));

/** A clause of a sentence and the name in it that is left out. */
export interface NamedClause {
  readonly sentence: Sentence;
  readonly clause: Span;
  readonly name: Span;
}

/**
 * Compares a clause with a sentence of the other side, its name and `other` left out. `match` is of both sentences, the
 * clause's first.
 */
export function correspond(
  { sentence, clause: own, name }: NamedClause,
  candidate: Sentence,
  other: Span | null,
  match: FeatureMatch,
  rarity: (key: string) => number,
): Correspondence {
  const values = valuesMet(sentence, own, candidate);
  let total = values.count * VALUE;
  let sum = values.agreeing * VALUE;
  let support = values.agreeing * VALUE;
  let names = 0;
  match.a.forEach((feature, i) => {
    const at = spanOf(sentence, feature);
    if (!within(at, own) || within(at, name) || values.spans.some((span) => within(at, span))) return;
    const weight = feature.name
      ? NAME
      : feature.key.startsWith("#")
        ? VALUE
        : feature.weight * rarity(feature.key);
    const best = bestOf(match, i, candidate, other);
    total += weight;
    sum += weight * best;
    if (best > 0.2) support += weight * best;
    if (feature.name && best > 0.7) names++;
  });
  return {
    met: total === 0 ? 0 : sum / (total + 0.15),
    support,
    agreeing: values.agreeing,
    conflicting: values.conflicting,
    exact: values.exact,
    names,
  };
}

function bestOf(match: FeatureMatch, i: number, candidate: Sentence, other: Span | null): number {
  let best = 0;
  const own = match.a[i] as Feature;
  match.b.forEach((feature, j) => {
    let like = (match.similar[i] as Float32Array)[j] as number;
    if (like < 1 && own.lemma && feature.lemma && family(own.lemma) === family(feature.lemma)) like = 1;
    if (like <= best) return;
    if (other && within(spanOf(candidate, feature), other)) return;
    best = like;
  });
  return best;
}

function spanOf({ tokens }: Sentence, { at, name }: Feature): Span {
  if (name) return name;
  const token = tokens[at]!;
  return { start: token.start, end: token.end };
}

const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

interface ValuesMet {
  readonly count: number;
  readonly agreeing: number;
  readonly conflicting: number;
  readonly exact: number;
  readonly spans: readonly Span[];
}

/** How many days and quantities of the clause the other sentence confirms, and how many it rules out. */
function valuesMet(sentence: Sentence, own: Span, candidate: Sentence): ValuesMet {
  const relations: Relation[] = [];
  let exact = 0;
  const spans: Span[] = [];
  const add = <T extends Span>(
    values: readonly T[],
    others: readonly T[],
    compare: (a: T, b: T) => Relation,
    isExact: (value: T) => boolean,
  ): void => {
    for (const value of values) {
      if (!within(value, own)) continue;
      const found = others.map((one) => compare(value, one));
      if (others.some((one, i) => found[i] === "agrees" && isExact(value) && isExact(one))) exact += 1;
      relations.push(
        found.includes("agrees") ? "agrees" : found.includes("conflicts") ? "conflicts" : "unrelated",
      );
      spans.push("number" in value ? (value.number as Span) : value);
    }
  };
  add(sentence.dates, candidate.dates, compareDates, ({ stated }) => stated.day && stated.month);
  const told = ({ nominal, dimension }: QuantityValue): boolean => dimension !== "count" || nominal !== 1;
  add(sentence.quantities.filter(told), candidate.quantities.filter(told), compareCounted, () => true);
  return {
    count: relations.length,
    agreeing: relations.filter((one) => one === "agrees").length,
    conflicting: relations.filter((one) => one === "conflicts").length,
    exact,
    spans,
  };
}

/** Two figures rule each other out only where they count one thing. */
function compareCounted(claim: QuantityValue, source: QuantityValue): Relation {
  const relation = compareQuantities(claim, source);
  if (relation !== "conflicts") return relation;
  return compareQuantities(claim, source, { nounsMatch: (one, other) => alike(one, other) >= 0.5 });
}
