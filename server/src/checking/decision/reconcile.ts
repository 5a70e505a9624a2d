/**
 * Brings the findings of all rules on one sentence into line: one wrong word is told once. Knows findings only.
 */
import type { Finding } from "../types.ts";

/** What tells most of one wrong word comes first: who said it before who he is, a value before the predicate around it. */
const RANKING: readonly Finding["kind"][] = [
  "quotation",
  "speaker",
  "role",
  "quantity",
  "date",
  "name",
  "polarity",
  "relation",
];

/** The findings without those that another one tells better; what a contradiction or a dispute is on is not called supported. */
export function reconcile(findings: readonly Finding[]): Finding[] {
  const ranked = [...findings].sort((a, b) => RANKING.indexOf(a.kind) - RANKING.indexOf(b.kind));
  const told: Finding[] = [];
  for (const finding of ranked) {
    if (!isTold(finding)) continue;
    if (!told.some((other) => touches(other, finding))) told.push(finding);
  }
  return findings.filter((finding) => {
    if (isTold(finding)) return told.includes(finding);
    return (
      finding.verdict !== "supported" ||
      !told.some((other) => other.kind === finding.kind && touches(other, finding))
    );
  });
}

function isTold({ verdict }: Finding): boolean {
  return verdict === "contradicted" || verdict === "disputed";
}

/** Whether a finding that needs no estimate leaves nothing to say of another. */
export function settles(sure: Finding, { kind, span }: Finding): boolean {
  const { settles: words } = sure;
  if (words) return words.start < span.end && span.start < words.end;
  return sure.kind === kind && sure.span.start < span.end && span.start < sure.span.end;
}

/** Whether the spans of two findings of one sentence have a word in common. */
function touches(a: Finding, b: Finding): boolean {
  return a.span.start < b.span.end && b.span.start < a.span.end;
}
