/**
 * Decides: what is told of a sentence, from its assessment. Precision first: where two candidates are close, or the
 * models are not sure, nothing is said.
 */

import { explainSpan } from "../kinds/date/spans.ts";
import { correctDate, wordDate } from "../kinds/date/word.ts";
import { type PlacedPredicate, rewordPredicate } from "../kinds/proposition/word.ts";
import { wordQuantity } from "../kinds/quantity/word.ts";
import type { DateValue, QuantityValue, Relation } from "../kinds/types.ts";
import type { Standings } from "../sources/standing.ts";
import type { Sentence, SourceReading } from "../statements/types.ts";
import type { Span } from "../text/types.ts";
import { type Assessment, assessWith } from "./assess.ts";
import { correctFigure } from "./cell-scale.ts";
import { disagree } from "./disagreement.ts";
import { weighSources } from "./disputes.ts";
import { type Features, type Model, predict } from "./model.ts";
import { isOneAct } from "./polarity-rule.ts";
import { comparisonOf, isTelling, type PredicateValue } from "./predicate-kind.ts";
import type { Finding, Replacement } from "./types.ts";
import type { Judgement, ScoredPair } from "./value-rule.ts";
import { passageOf } from "./values.ts";
import { models } from "./weights.ts";

/** A contradiction is told from this probability on: a false alarm costs more than a silence. */
export const TOLD = { quantity: 0.75, date: 0.75, predicate: 0.55 } as const;
/**
 * Two sentences that say nearly the same, and one value in them that differs: told from this likelihood on, whatever the
 * decision model says, which knows few errors. Cross-validated by domain, more than four in five such findings are right.
 */
const PARALLEL = { quantity: 0.7, date: 0.5, predicate: 0.7 } as const;
/** So much of either sentence's words stand in the other one; an agreeing fact or arithmetic is no likelier than this. */
const RESTATED = { words: 0.5, agree: 0.2, derived: 0.5 } as const;

function isParallel(kind: keyof typeof PARALLEL, features: Features): boolean {
  const of = (name: string) => features[name] ?? 0;
  return (
    of("conflict") >= PARALLEL[kind] &&
    of("agree") < RESTATED.agree &&
    of("derived") < RESTATED.derived &&
    Math.min(of("c.score"), of("c.covered")) >= RESTATED.words &&
    of("own") === 0 &&
    of("advice") === 0
  );
}

/** Support is told from this probability on. */
export const SUPPORTED = 0.5;

/**
 * The same number with another bound, rate, unit or order of magnitude is rarely another fact: told even where the
 * decision model, which knows few errors, hesitates.
 */
function isSlip(features: Features): boolean {
  const of = (name: string) => features[name] ?? 0;
  if (of("agree") >= 0.2) return false;
  return (
    (of("d.sameNumber") === 1 && of("conflict") >= 0.2) ||
    (of("d.sameDigits") === 1 && of("conflict") >= 0.12)
  );
}

/** Below this the draft speaks of another matter, whatever else the decision model sees. */
const NAMED = 0.2;

/**
 * Whether the sentence claims anything of the sources: no question, no supposition, and neither advice nor the
 * writer's own matter unless the fact is as good as certain.
 */
function speaksOfSources({ features }: { readonly features: Features }): boolean {
  if (features.supposed === 1 || features.question === 1) return false;
  return (features.own === 0 && features.advice === 0) || (features.conflict ?? 0) >= 0.8;
}

interface Wording<V extends Span> {
  readonly kind: "quantity" | "date";
  span(sentence: Sentence, value: V): Span;
  word(value: V, sentence: Sentence): string;
  correct(value: V, sentence: Sentence, source: V, statement: Sentence): Replacement | null;
  /** How the source's value leads to another one, where the two are not of one sort. */
  arithmetic?(value: V, source: V): string | null;
}

const quantityWording: Wording<QuantityValue> = {
  kind: "quantity",
  span: (_sentence, { number, hedge }) =>
    hedge ? { start: Math.min(number.start, hedge.start), end: Math.max(number.end, hedge.end) } : number,
  word: wordQuantity,
  correct: (value, sentence, source) =>
    correctFigure(value, sentence.text.slice(value.start, value.end), source),
};

const dateWording: Wording<DateValue> = {
  kind: "date",
  arithmetic: explainSpan,
  span: (_sentence, { start, end }) => ({ start, end }),
  word: wordDate,
  correct: (value, sentence, source) => {
    const newText = correctDate(value, sentence.text.slice(value.start, value.end), source);
    return newText === null ? null : { span: { start: value.start, end: value.end }, newText };
  },
};

/** The findings of one sentence, at most one verdict per claim, once its sources are weighed against one another. */
export function decide(assessment: Assessment, standings: Standings): readonly Finding[] {
  return weighSources(decideTogether(assessment), {
    standings,
    contested: contestedSources(assessment),
    alone: (source) => decideTogether(assessWith(assessment, ({ statement }) => statement.source === source)),
    current: () =>
      decideTogether(assessWith(assessment, ({ statement }) => !standings.superseded.has(statement.source))),
    disagree: (kind, agreeing, other) => disagree(kind, agreeing, other, assessment.index, decideTogether),
  });
}

/** A pair this likely may speak for or against a claim. */
const PLAUSIBLE = 0.05;

/** The sources of a sentence some of which agree with a claim of it that others disagree with. */
function contestedSources({ quantities, dates, predicates }: Assessment): readonly SourceReading[] {
  const contested = new Set<SourceReading>();
  for (const { pairs } of [...quantities, ...dates, ...predicates]) {
    const of = (relation: Relation) =>
      pairs
        .filter((pair) => pair.relation === relation && pair.likelihood >= PLAUSIBLE)
        .map(({ pairing }) => pairing.statement.source);
    const [agreeing, disagreeing] = [of("agrees"), of("conflicts")];
    if (agreeing.some((source) => disagreeing.some((other) => other !== source)))
      for (const source of [...agreeing, ...disagreeing]) contested.add(source);
  }
  return [...contested];
}

/** The findings as all sources of the assessment lead to them. */
function decideTogether(assessment: Assessment): Finding[] {
  const { sentence } = assessment;
  return [
    ...assessment.quantities.flatMap((judgement) =>
      judged(judgement, sentence, quantityWording, models.contradict.quantity, models.support.quantity),
    ),
    ...assessment.dates.flatMap((judgement) =>
      judged(judgement, sentence, dateWording, models.contradict.date, models.support.date),
    ),
    ...assessment.predicates.flatMap((judgement) => predicateFinding(judgement, sentence)),
  ];
}

function judged<V extends Span>(
  judgement: Judgement<V>,
  sentence: Sentence,
  wording: Wording<V>,
  contradict: Model,
  support: Model,
): Finding[] {
  const { value, conflict, agree, derivation, features } = judgement;
  const claimed = conflict !== null && speaksOfSources(judgement);
  const plain = isSlip(features) || isParallel(wording.kind, features);
  const told = claimed && (plain || (features.conflict ?? 0) >= NAMED) ? predict(contradict, features) : 0;
  const wrong = claimed && plain ? Math.max(told, features.conflict ?? 0, TOLD[wording.kind]) : told;
  const right = agree || derivation ? predict(support, features) : 0;
  const span = wording.span(sentence, value);
  const base = {
    kind: wording.kind,
    sentence,
    span,
    actual: sentence.text.slice(span.start, span.end),
    message: null,
    features,
  };
  if (conflict && wrong >= TOLD[wording.kind] && wrong > right) {
    const statement = conflict.pairing.statement.sentence;
    const replacement = wording.correct(value, sentence, conflict.value, statement);
    return [
      {
        ...base,
        verdict: "contradicted",
        confidence: wrong,
        expected: wording.word(conflict.value, statement),
        arithmetic: wording.arithmetic?.(value, conflict.value) ?? null,
        passages: [passageOf(conflict.pairing, [conflict.value])],
        replacements: replacement ? [replacement] : [],
      },
    ];
  }
  if (right >= SUPPORTED) {
    const passages =
      agree && (!derivation || agree.likelihood >= derivation.strength)
        ? [passageOf(agree.pairing, [agree.value])]
        : derivation
          ? [passageOf(derivation.pairing, derivation.focus)]
          : [];
    return [
      {
        ...base,
        verdict: "supported",
        confidence: right,
        expected: null,
        arithmetic: derivation?.explanation ?? null,
        passages,
        replacements: [],
      },
    ];
  }
  return [
    {
      ...base,
      verdict: "unsupported",
      confidence: 1 - Math.max(wrong, right),
      expected: null,
      arithmetic: null,
      passages: [],
      replacements: [],
    },
  ];
}

function placed(sentence: Sentence, { predicate }: PredicateValue): PlacedPredicate {
  return { predicate, text: sentence.text, tokens: sentence.tokens };
}

function predicateFinding(judgement: Judgement<PredicateValue>, sentence: Sentence): Finding[] {
  const { value, conflict, agree, features } = judgement;
  const claimed = conflict !== null && speaksOfSources(judgement) && isOneAct(judgement);
  const told = claimed ? predict(models.contradict.predicate, features) : 0;
  const plain = claimed && isParallel("predicate", features);
  const wrong = plain ? Math.max(told, features.conflict ?? 0, TOLD.predicate) : told;
  const right = agree ? predict(models.support.predicate, features) : 0;
  const span = { start: value.start, end: value.end };
  const actual = sentence.text.slice(span.start, span.end);
  const base = { sentence, span, actual, message: null, arithmetic: null, features };
  if (conflict && wrong >= TOLD.predicate && wrong > right)
    return [{ ...base, ...contradiction(conflict, value, sentence), confidence: wrong }];
  if (agree && right >= SUPPORTED && isTelling(value) && !isCrossed(agree))
    return [
      {
        ...base,
        kind: "polarity",
        verdict: "supported",
        confidence: right,
        expected: null,
        passages: [passageOf(agree.pairing, [agree.value])],
        replacements: [],
      },
    ];
  return [];
}

/** The draft's subject is the source's object: "the union was sued by" beside "the union sued". */
function isCrossed({ features }: ScoredPair<PredicateValue>): boolean {
  return (features.crossed ?? 0) >= 0.6 && (features.subject ?? 1) < 0.4;
}

function contradiction(
  conflict: ScoredPair<PredicateValue>,
  value: PredicateValue,
  sentence: Sentence,
): Pick<Finding, "kind" | "verdict" | "expected" | "passages" | "replacements"> {
  const statement = conflict.pairing.statement.sentence;
  const { difference } = comparisonOf(value.predicate, conflict.value.predicate);
  const replacement = rewordPredicate(placed(sentence, value), placed(statement, conflict.value), difference);
  return {
    kind: "polarity",
    verdict: "contradicted",
    expected: statement.text.slice(conflict.value.start, conflict.value.end),
    passages: [passageOf(conflict.pairing, [conflict.value])],
    replacements: replacement ? [replacement] : [],
  };
}
