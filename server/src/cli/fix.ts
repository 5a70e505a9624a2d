/**
 * Puts the sources' words into a draft's file: the first fix of each contradicted claim, and nothing else of the
 * file. Knows reports and files.
 */
import { pathOf } from "../node/paths.ts";
import { corrections } from "../service/corrections.ts";
import { clip, counted } from "../service/messages.ts";
import type { Claim, DraftReport, Edit } from "../service/report.ts";
import type { Console } from "./console.ts";
import type { InputFile, InputText } from "./inputs.ts";
import { writeBack } from "./output.ts";

/** The corrected text once it is written; null where nothing was written. Says what it changes. */
export async function correctFile(
  console: Console,
  file: InputFile,
  input: InputText,
  report: DraftReport,
  dryRun: boolean,
): Promise<string | null> {
  const { claims, edits } = corrections(report, { least: 0 });
  const rest = report.claims.filter(({ verdict }) => verdict === "contradicted").length - claims.length;
  if (claims.length === 0) {
    if (rest > 0) console.say(`${file.path}: ${byHand(rest)}`);
    return null;
  }
  for (const claim of claims) console.say(changeLine(file.path, input.text, claim, dryRun));
  if (dryRun) return null;
  const text = applyEdits(input.text, edits);
  await writeBack(pathOf(file.uri), file.path, input, text);
  return text;
}

function byHand(count: number): string {
  const them = count === 1 ? "it" : "them";
  return `no automatic correction is known for ${counted(count, "contradiction")}; correct ${them} by hand.`;
}

/** The text with edits that are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, newText } of edits) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}

function changeLine(path: string, text: string, claim: Claim, dryRun: boolean): string {
  const { line, character } = claim.range.start;
  const edits = claim.fixes[0]!.edits;
  const start = Math.min(claim.start, ...edits.map((edit) => edit.start));
  const end = Math.max(claim.end, ...edits.map((edit) => edit.end));
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const before = text.slice(start, end);
  const after = applyEdits(
    before,
    [...moved].sort((a, b) => a.start - b.start),
  );
  const verb = dryRun ? "would change" : "changed";
  return `${path}:${line + 1}:${character + 1}: ${verb} “${clip(before, 80)}” to “${clip(after, 80)}”`;
}
