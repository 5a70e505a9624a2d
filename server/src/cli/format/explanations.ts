/**
 * Prints why a claim is told or not, for `check --explain`: the candidates and the numbers. Knows the terminal; nothing of
 * how claims are decided.
 */

import { cellInWords, shownText } from "../../service/evidence-words.ts";
import type { Candidate, ClaimExplanation, Estimate } from "../../service/explaining/types.ts";
import { innerQuotes, writtenDate, writtenPage } from "../../service/footnotes.ts";
import { clip } from "../../service/messages.ts";
import type { Claim } from "../../service/report.ts";
import type { Colors } from "../console.ts";
import { visible } from "./visible.ts";

/** How many numbers are printed: those that carry the decision. */
const MOST_FEATURES = 8;

/** The explanation of a claim among those of its draft. */
export function explanationOf(
  { kind, start, end }: Claim,
  explanations: readonly ClaimExplanation[],
): ClaimExplanation | undefined {
  return explanations.find((one) => one.kind === kind && one.start === start && one.end === end);
}

/** Lines that go below a finding, indented like its other ones. */
export function explanationLines(explanation: ClaimExplanation, colors: Colors): string[] {
  const { why, contradiction, support, candidates, features } = explanation;
  const label = (name: string) => `  ${colors.dim(`${name}:`)}`;
  const estimates = [...estimate("contradicted", contradiction), ...estimate("supported", support)];
  const shown = features.slice(0, MOST_FEATURES);
  return [
    `${label("why")}    ${visible(why)}`,
    ...(estimates.length === 0 ? [] : [`${label("model")}  ${estimates.join("; ")}`]),
    ...(candidates.length === 0 ? [] : [label("considered")]),
    ...candidates.flatMap((one, at) => candidateLines(one, at + 1, colors)),
    ...(shown.length === 0 ? [] : [label("numbers")]),
    ...shown.map(({ name, value, weight, meaning }) =>
      [
        `    ${name.padEnd(14)}`,
        String(value).padStart(6),
        (weight === 0 ? "" : weight.toFixed(2).replace(/^(?=\d)/, "+")).padStart(6),
        colors.dim(meaning),
      ]
        .join("  ")
        .trimEnd(),
    ),
  ];
}

function estimate(verdict: string, found: Estimate | null): string[] {
  if (!found) return [];
  return [`${verdict} ${percent(found.probability)} (told from ${percent(found.threshold)} on)`];
}

const RELATIONS = { agrees: "agrees", conflicts: "disagrees", unrelated: "only near" } as const;

function candidateLines(candidate: Candidate, number: number, colors: Colors): string[] {
  const { words, relation, likelihood, source, range, title, published } = candidate;
  const page = writtenPage(candidate);
  const cell = cellInWords(candidate);
  const where = [
    ...(title && title !== source ? [clip(title, 80)] : []),
    ...(published === null ? [] : [writtenDate(published)]),
    ...(cell === "" ? [] : [cell]),
    page === "" ? `${source}:${range.start.line + 1}` : `${source}, ${page}`,
  ].join(" · ");
  const sure = likelihood === null ? "" : `, same fact ${percent(likelihood)}`;
  const lead = words === "" ? "" : `“${visible(clip(words, 60))}” `;
  return [
    `    ${number}. ${lead}${RELATIONS[relation]}${sure}`,
    `       “${innerQuotes(visible(clip(shownText(candidate), 160)))}”`,
    `       ${colors.dim(visible(where))}`,
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
