/**
 * Whether two sources disagree with one another about a claim: the passage of one, read as if it were a draft, is
 * contradicted by that of the other in the claim's own point and in no other. Two passages that differ in more, such as
 * in the day and in the figure, speak of two facts.
 */
import type { StatementIndex } from "../../sources/statement-index.ts";
import type { Span } from "../../text/types.ts";
import type { Judgement } from "../judging/value-rule.ts";
import type { Finding, Passage } from "../types.ts";
import { type Assessment, assessSentence, assessWith } from "./assess.ts";

/** The contradiction between the two must be this sure. */
const SURE = 0.85;
/** So much of the other passage, by weight of its words, must stand in the first. */
const ALIKE = 0.65;

/** `decide` tells what is found in an assessment. Pure. */
export function disagree(
  kind: Finding["kind"],
  agreeing: Passage,
  other: Passage,
  index: StatementIndex,
  decide: (assessment: Assessment) => readonly Finding[],
): boolean {
  const beside = assessWith(
    assessSentence(agreeing.source, agreeing.sentence, index),
    ({ statement }) => statement.sentence === other.sentence,
  );
  if ((beside.pairings[0]?.covered ?? 0) < ALIKE || !isOnePoint(beside)) return false;
  const denied = decide(beside).filter(
    ({ verdict, confidence }) => verdict === "contradicted" && confidence >= SURE,
  );
  // A rise in spring and a fall in autumn are two facts.
  return (
    denied.some((finding) => isContradiction(finding, kind, agreeing)) &&
    denied.every((finding) => isOn(finding, agreeing))
  );
}

/** Whether a finding on a passage contradicts its deciding words. */
export function isContradiction(finding: Finding, kind: Finding["kind"], passage: Passage): boolean {
  return finding.kind === kind && finding.verdict === "contradicted" && isOn(finding, passage);
}

function isOn({ span }: Finding, { focus }: Pick<Passage, "focus">): boolean {
  return focus.some(({ start, end }) => span.start < end && start < span.end);
}

/** At most one value differs, and it is not named beside the newer one: "321, and not 312" corrects the other. */
function isOnePoint({ quantities, dates }: Assessment): boolean {
  const values: readonly Judgement<Span>[] = [...quantities, ...dates];
  const differing = values.filter(({ agree, conflict }) => conflict !== null && agree === null);
  const isCorrected = differing.some(({ conflict }) =>
    values.some(({ agree }) => agree !== null && agree.value === conflict?.value),
  );
  return differing.length <= 1 && !isCorrected;
}
