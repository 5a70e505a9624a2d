/**
 * Prints findings as workflow commands, which GitHub shows beside the changed lines. Knows that format only.
 */
import { cellInWords, shownText } from "../../service/evidence-words.ts";
import { writtenPage } from "../../service/footnotes.ts";
import { firstPassages, sideInWords } from "../../service/messages.ts";
import type { Claim, Evidence, Range } from "../../service/report.ts";
import {
  type CheckedDraft,
  type CheckResult,
  severityIn,
  shownClaims,
  shownNotes,
  type View,
} from "../result.ts";

/** One line a finding: contradictions are warnings, everything else notices. */
export function printGithub({ drafts, unread }: CheckResult, view: View): string {
  const missing = unread.map(
    ({ message }) =>
      `::warning title=${escapeProperty("Claimcheck: source-not-read")}::${escapeData(message)}`,
  );
  const lines = drafts.flatMap((draft) => [
    ...shownNotes(draft.report, view).map((note) =>
      command("notice", draft.report.path, note.range, note.code, note.message),
    ),
    ...shownClaims(draft, view).map((claim) =>
      command(
        levelOf(draft, claim),
        draft.report.path,
        claim.range,
        claim.code ?? claim.verdict,
        textOf(claim),
      ),
    ),
  ]);
  return [...missing, ...lines].map((line) => `${line}\n`).join("");
}

function levelOf(draft: CheckedDraft, claim: Claim): "error" | "warning" | "notice" {
  const said = severityIn(draft, claim);
  if (said !== undefined) return said === "error" || said === "warning" ? said : "notice";
  return claim.verdict === "contradicted" ? "warning" : "notice";
}

function textOf(claim: Claim): string {
  const passages = firstPassages(claim).map((one) => {
    const side = sideInWords(one);
    const label = side === "" ? "Source" : `Source (${side})`;
    return `${label}: “${shownText(one)}” (${placeOf(one)})`;
  });
  const fix = claim.fixes[0]?.title;
  return [
    claim.message,
    ...passages,
    ...(fix && claim.verdict === "contradicted" ? [`Fix: ${fix}`] : []),
  ].join("\n");
}

function placeOf(evidence: Evidence): string {
  return [cellInWords(evidence), evidence.source, writtenPage(evidence)].filter(Boolean).join(", ");
}

function command(level: string, path: string, range: Range, code: string, message: string): string {
  const { start, end } = range;
  const properties: [string, string | number][] = [
    ["file", path.replaceAll("\\", "/")],
    ["line", start.line + 1],
    ["endLine", end.line + 1],
  ];
  // GitHub refuses columns on an annotation of several lines.
  if (start.line === end.line)
    properties.push(
      ["col", start.character + 1],
      ["endColumn", Math.max(end.character, start.character + 1)],
    );
  properties.push(["title", `Claimcheck: ${code}`]);
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(",");
  return `::${level} ${written}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
