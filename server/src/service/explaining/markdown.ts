/**
 * What was weighed at a place of a draft, as a Markdown document to read. Knows explanations, not how they came about.
 */
import type { Span } from "../../text/types.ts";
import { cellInWords, shownText } from "../evidence-words.ts";
import { escapeMarkdown, innerQuotes, writtenDate, writtenPage } from "../footnotes.ts";
import { clip } from "../messages.ts";
import { percent, sameFact } from "./reasons.ts";
import type {
  Candidate,
  ClaimExplanation,
  Estimate,
  ExplainedFeature,
  SentenceExplanation,
} from "./types.ts";

/** How many features are listed: those that carry the decision. */
const MOST_FEATURES = 12;
/** Longest sentence of a source that is shown, in characters. */
const PASSAGE = 240;

/**
 * The claims at `place` (offsets in the draft), or where none is there those of the sentence.
 *
 * @param draft What the draft is called.
 */
export function explanationDocument(
  sentences: readonly SentenceExplanation[],
  place: Span,
  draft: string,
): string {
  const claims = sentences.flatMap((sentence) => sentence.claims);
  const here = claims.filter(({ start, end }) => start <= place.end && end >= place.start);
  const head = `# Claims in ${escapeMarkdown(draft)}`;
  if (sentences.length === 0)
    return `${head}\n\nThere is no sentence here that is held against sources: put the cursor into one.\n`;
  const quoted = sentences.map(({ text }) => `> ${escapeMarkdown(clip(text, 600))}`);
  const told = (here.length > 0 ? here : claims).map(section);
  if (told.length === 0) told.push(nothingRead(sentences.flatMap(({ nearest }) => nearest)));
  return `${[head, ...quoted, ...told].join("\n\n")}\n`;
}

function nothingRead(nearest: readonly Candidate[]): string {
  if (nearest.length === 0)
    return "No source has anything like this sentence, so that nothing in it was held against one.";
  return `No claim was read in this sentence: it has no figure, date, quotation, name or act to hold against a source. What is nearest to it in the sources:\n\n${listOf(nearest)}`;
}

const VERDICTS = {
  contradicted: "contradicted",
  supported: "supported",
  disputed: "disputed: the sources disagree",
  unsupported: "not in the sources",
} as const;

function section(claim: ClaimExplanation): string {
  const { range, text, kind, verdict, why, arithmetic, candidates, features } = claim;
  const place = `line ${range.start.line + 1}`;
  const estimates = [
    estimateLine("contradicted", claim.contradiction),
    estimateLine("supported", claim.support),
  ].filter((line) => line !== "");
  return [
    `## “${escapeMarkdown(clip(text, 80))}” (${kind}, ${place}): ${verdict ? VERDICTS[verdict] : "nothing told"}`,
    escapeMarkdown(why),
    ...(arithmetic === null || why.includes(arithmetic) ? [] : [`Arithmetic: ${escapeMarkdown(arithmetic)}`]),
    ...(estimates.length === 0 ? [] : [`The decision model: ${estimates.join("; ")}.`]),
    ...(candidates.length === 0 ? [] : [`### Considered in the sources\n\n${listOf(candidates)}`]),
    ...(features.length === 0 ? [] : [`### What the decision was made from\n\n${featureTable(features)}`]),
  ].join("\n\n");
}

function estimateLine(verdict: string, estimate: Estimate | null): string {
  if (!estimate) return "";
  return `${verdict} with ${percent(estimate.probability)}, told from ${percent(estimate.threshold)} on`;
}

const RELATIONS = { agrees: "agrees", conflicts: "disagrees", unrelated: "nothing to compare" } as const;

function listOf(candidates: readonly Candidate[]): string {
  return candidates.map((one, at) => `${at + 1}. ${candidateLine(one)}`).join("\n");
}

function candidateLine(candidate: Candidate): string {
  const { words, relation, likelihood, source, range, title, published } = candidate;
  const page = writtenPage(candidate);
  const cell = cellInWords(candidate);
  const where = [
    ...(title && title !== source ? [title] : []),
    ...(published === null ? [] : [writtenDate(published)]),
    ...(cell === "" ? [] : [cell]),
    page === "" ? `${source}, line ${range.start.line + 1}` : `${source}, ${page}`,
  ].join(", ");
  const sure = likelihood === null ? "" : `; ${sameFact({ likelihood })}`;
  const lead = words === "" ? "" : `**${escapeMarkdown(clip(words, 80))}** `;
  return `${lead}${RELATIONS[relation]}${sure}: “${escapeMarkdown(innerQuotes(clip(shownText(candidate), PASSAGE)))}” (${escapeMarkdown(where)})`;
}

function featureTable(features: readonly ExplainedFeature[]): string {
  const rows = features
    .slice(0, MOST_FEATURES)
    .map(({ name, value, weight, meaning }) => `| ${name} | ${value} | ${signed(weight)} | ${meaning} |`);
  return ["| Number | Value | Speaks for it | Meaning |", "| --- | ---: | ---: | --- |", ...rows].join("\n");
}

/** "+0.41", in log-odds; empty for nothing. */
function signed(weight: number): string {
  return weight === 0 ? "" : `${weight > 0 ? "+" : "−"}${Math.abs(weight).toFixed(2)}`;
}
