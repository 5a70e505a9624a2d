/**
 * Prints findings for people: the draft's line with carets, what is wrong, the source's words and where they stand.
 * Knows the terminal; nothing of how claims are decided.
 */
import { clock } from "../../node/clock.ts";
import { oldestAccepted } from "../../service/baseline.ts";
import { cellInWords, shownPassage } from "../../service/evidence-words.ts";
import { innerQuotes, writtenDate, writtenPage } from "../../service/footnotes.ts";
import { clip, counted } from "../../service/messages.ts";
import type { Claim, Evidence, Note } from "../../service/report.ts";
import type { Colors } from "../console.ts";
import { type CheckedDraft, type CheckResult, shownClaims, shownNotes, type View } from "../result.ts";
import { excerpt } from "./excerpt.ts";
import { explanationLines, explanationOf } from "./explanations.ts";
import { visible } from "./visible.ts";

/** Longest passage of a source that is shown, in characters. */
const PASSAGE = 240;

/** The findings in document order, draft by draft, and a line that sums them up. */
export function printPretty(result: CheckResult, view: View): string {
  const parts = result.drafts.flatMap((draft) => printDraft(draft, view));
  if (!view.quiet) parts.push(summaryLine(result, view.colors));
  return parts.map((part) => `${part}\n`).join("\n");
}

function printDraft(draft: CheckedDraft, view: View): string[] {
  const findings = [
    ...shownNotes(draft.report, view).map((note) => ({ at: note.start, text: printNote(draft, note, view) })),
    ...shownClaims(draft, view).map((claim) => ({
      at: claim.start,
      text: printClaim(draft, claim, view),
    })),
  ];
  return findings.sort((a, b) => a.at - b.at).map(({ text }) => text);
}

function printNote(draft: CheckedDraft, note: Note, view: View): string {
  const { colors } = view;
  return [
    header(draft, note, colors.blue(note.code), note.message, colors),
    ...lines(draft, note, view),
  ].join("\n");
}

function printClaim(draft: CheckedDraft, claim: Claim, view: View): string {
  const { colors } = view;
  const code = codeColor(claim, colors)(claim.code ?? claim.verdict);
  const shown = claim.verdict === "disputed" || view.explain ? claim.evidence : claim.evidence.slice(0, 1);
  const fix = claim.verdict === "contradicted" ? claim.fixes[0] : undefined;
  return [
    header(draft, claim, code, claim.message, colors),
    ...lines(draft, claim, view),
    ...shown.flatMap((evidence) => passageLines(evidence, colors)),
    ...(claim.arithmetic === null ? [] : [`  ${colors.dim("sum:")}    ${visible(claim.arithmetic)}`]),
    ...(fix ? [`  ${colors.dim("fix:")}    ${visible(fix.title)}`] : []),
    ...(view.explain ? explanation(draft, claim, colors) : []),
  ].join("\n");
}

function header(
  draft: CheckedDraft,
  { range }: Pick<Claim, "range">,
  code: string,
  message: string,
  colors: Colors,
): string {
  const place = `${draft.report.path}:${range.start.line + 1}:${range.start.character + 1}`;
  return `${colors.bold(visible(place))}  ${code}  ${visible(clip(message, 400))}`;
}

function lines(draft: CheckedDraft, span: Claim | Note, { colors, columns }: View): string[] {
  const shown = excerpt(draft.text, span, span.range.start.line, columns - 10);
  const gutter = String(shown.at(-1)?.number ?? "").length;
  return shown.flatMap(({ number, text, carets }) => [
    `  ${colors.dim(`${String(number).padStart(gutter)} │`)} ${text}`,
    `  ${colors.dim(`${" ".repeat(gutter)} │`)} ${colors.red(carets)}`,
  ]);
}

function passageLines(evidence: Evidence, colors: Colors): string[] {
  const page = writtenPage(evidence);
  // A line of text that was taken out of a PDF is nowhere to be seen.
  const place =
    page === "" ? `${evidence.source}:${evidence.range.start.line + 1}` : `${evidence.source}, ${page}`;
  const day = evidence.published === null ? [] : [writtenDate(evidence.published)];
  const title = evidence.title && evidence.title !== evidence.source ? [clip(evidence.title, 80)] : [];
  const cell = cellInWords(evidence);
  return [
    `  ${colors.dim(evidence.side === "agrees" ? "agrees:" : "source:")} “${innerQuotes(visible(passage(evidence)))}”${cell === "" ? "" : ` (${visible(cell)})`}`,
    `          ${colors.dim(visible([...title, ...day, place].join(" · ")))}`,
  ];
}

/** The source's words around those that decide, on one line. */
function passage(evidence: Evidence): string {
  const { text, focus } = shownPassage(evidence);
  const flat = text.replace(/\s+/g, " ");
  if (flat.length <= PASSAGE) return flat;
  const at = Math.max(0, Math.min((focus[0]?.start ?? 0) - PASSAGE / 3, text.length - PASSAGE));
  const from = at === 0 ? 0 : text.indexOf(" ", at) + 1;
  const before = from > 0 ? "… " : "";
  return before + clip(text.slice(from, from + 2 * PASSAGE), PASSAGE);
}

function explanation({ explanations = [] }: CheckedDraft, claim: Claim, colors: Colors): string[] {
  const weighed = explanationOf(claim, explanations);
  const label = (name: string) => colors.dim(`${name}:`);
  const focus = claim.evidence
    .map(shownPassage)
    .flatMap(({ text, focus: spans }) =>
      spans.map(({ start, end }) => `“${clip(text.slice(start, end), 60)}”`),
    );
  return [
    `  ${label("sure")}   ${Math.round(claim.confidence * 100)} % · ${claim.kind} · ${claim.verdict}`,
    `  ${label("says")}   ${visible(clip(claim.actual))}${claim.expected === null ? "" : ` — source: ${visible(clip(claim.expected))}`}`,
    ...(focus.length === 0 ? [] : [`  ${label("words")}  ${visible(focus.join(", "))}`]),
    `  ${label("id")}     ${claim.fingerprint}`,
    ...(weighed ? explanationLines(weighed, colors) : []),
  ];
}

function codeColor({ verdict, confidence }: Claim, colors: Colors): (text: string) => string {
  if (verdict === "contradicted") return confidence >= 0.9 ? colors.red : colors.yellow;
  if (verdict === "disputed") return colors.magenta;
  return verdict === "supported" ? colors.green : colors.dim;
}

function summaryLine({ drafts, summary, unread }: CheckResult, colors: Colors): string {
  const { contradicted, disputed, supported, unsupported } = summary;
  const ignored = drafts.reduce((sum, { report }) => sum + (report.ignored?.length ?? 0), 0);
  const uncited = drafts.reduce(
    (sum, { report }) => sum + report.claims.filter(({ code }) => code === "uncited").length,
    0,
  );
  const first = contradicted > 0 ? colors.red : colors.green;
  return [
    `${counted(drafts.length, "draft")}: ${first(`${contradicted} contradicted`)}`,
    ...(disputed > 0 ? [`${disputed} disputed`] : []),
    `${supported} supported${uncited > 0 ? ` (${uncited} without a citation)` : ""}`,
    `${unsupported} not in the sources`,
    ...(ignored > 0 ? [`${ignored} ignored`] : []),
    ...acceptedPart(drafts),
    ...(unread.length > 0 ? [colors.yellow(`${counted(unread.length, "source")} not read`)] : []),
  ].join(", ");
}

/** "3 accepted (the oldest 41 days ago)" */
function acceptedPart(drafts: readonly CheckedDraft[]): string[] {
  const reports = drafts.map(({ report }) => report);
  const oldest = oldestAccepted(reports, clock.today());
  if (oldest === null) return [];
  const count = reports.reduce((sum, { accepted = [] }) => sum + accepted.length, 0);
  const age = oldest === 0 ? "today" : `${counted(oldest, "day")} ago`;
  return [`${count} accepted (${count === 1 ? "" : "the oldest "}${age})`];
}
