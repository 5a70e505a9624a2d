/**
 * Decides: what is told of a sentence, from its assessment. Precision first: where two candidates are close, or the
 * models are not sure, nothing is said.
 */

import { type PlacedPredicate, rewordPredicate } from "../../kinds/proposition/word.ts";
import type { Relation } from "../../kinds/types.ts";
import type { Standings } from "../../sources/standing.ts";
import type { Sentence, SourceReading } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import { featureOf, passageOf } from "../alignment/values.ts";
import { dateWording } from "../date/wording.ts";
import type { Judgement, ScoredPair } from "../judging/value-rule.ts";
import { textAt, valueContradiction, type Wording } from "../judging/value-wording.ts";
import { comparisonOf, isSameDenied, isTelling, type PredicateValue } from "../polarity/predicate-kind.ts";
import { isOneAct } from "../polarity/rule.ts";
import { quantityWording } from "../quantity/wording.ts";
import type { Finding } from "../types.ts";
import { type Assessment, assessSentence, assessWith } from "./assess.ts";
import { disagree } from "./disagreement.ts";
import { weighSources } from "./disputes.ts";
import { restated } from "./restatement.ts";
import { SUPPORTED, TOLD, weigh } from "./weigh.ts";

/** The findings of one sentence, at most one verdict per claim, once its sources are weighed against one another. */
export function decide(assessment: Assessment, standings: Standings): readonly Finding[] {
  return weighSources(decideTogether(assessment), {
    standings,
    contested: contestedSources(assessment),
    alone: (source) => decideTogether(assessWith(assessment, ({ statement }) => statement.source === source)),
    current: () =>
      decideTogether(assessWith(assessment, ({ statement }) => !standings.superseded.has(statement.source))),
    restated: (contradiction, by, source) =>
      restated(contradiction, statementsOf(source, assessment), (sentence, reading) =>
        decideTogether(
          assessWith(
            assessSentence(reading, sentence, assessment.index),
            ({ statement }) => statement.source === by,
          ),
        ),
      ),
    disagreement: (kind, agreeing, other) =>
      disagree(kind, agreeing, other, assessment.index, decideTogether) ? agreeing : null,
  });
}

/** The statements of a source that are nearest to the sentence. */
function statementsOf(source: SourceReading, { pairings }: Assessment) {
  return pairings
    .map(({ statement }) => statement)
    .filter((statement) => statement.source === source)
    .slice(0, MOST_RESTATED);
}

/** Statements of one source that may restate a claim. */
const MOST_RESTATED = 2;

/** A pair this likely may speak for or against a claim. */
const PLAUSIBLE = 0.1;

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
    ...assessment.quantities.flatMap((judgement) => judged(judgement, sentence, quantityWording)),
    ...assessment.dates.flatMap((judgement) => judged(judgement, sentence, dateWording)),
    ...assessment.predicates.flatMap((judgement) => predicateFinding(judgement, sentence)),
  ];
}

function judged<V extends Span>(judgement: Judgement<V>, sentence: Sentence, wording: Wording<V>): Finding[] {
  const { value, conflict, agree, derivation, features } = judgement;
  const { wrong, right } = weigh(wording.kind, judgement);
  const span = wording.span(sentence, value);
  const base = {
    kind: wording.kind,
    sentence,
    span,
    actual: textAt(sentence, span),
    message: null,
    features,
  };
  if (conflict && wrong >= TOLD[wording.kind] && wrong > right) {
    return [{ ...base, ...valueContradiction(conflict, value, sentence, wording), confidence: wrong }];
  }
  if (right >= SUPPORTED) {
    const passages =
      agree && (!derivation || agree.likelihood >= derivation.strength)
        ? [passageOf(agree.pairing, [agree.value])]
        : derivation
          ? derivation.passages
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
  const { value, conflict, agree } = judgement;
  const mayAgree =
    agree !== null && (isTelling(value) || isSameDenied(value, agree)) && !isCrossed(value, agree);
  if (!mayAgree && !isOneAct(judgement)) return [];
  const { wrong, right } = weigh("predicate", judgement);
  if (wrong < TOLD.predicate && right < SUPPORTED) return [];
  const span = { start: value.start, end: value.end };
  const actual = sentence.text.slice(span.start, span.end);
  const base = { sentence, span, actual, message: null, arithmetic: null, features: judgement.features };
  if (conflict && wrong >= TOLD.predicate && wrong > right)
    return [{ ...base, ...contradiction(conflict, value, sentence), confidence: wrong }];
  if (mayAgree && right >= SUPPORTED)
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
function isCrossed({ predicate }: PredicateValue, pair: ScoredPair<PredicateValue>): boolean {
  const of = (name: string, otherwise: number) => featureOf(pair, name) ?? otherwise;
  return (
    predicate.object !== null && of("crossed", 0) >= 0.6 && of("subject", 1) < 0.4 && of("object", 0) < 0.6
  );
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
