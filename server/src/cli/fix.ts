/**
 * Puts the sources' words into a draft's file: the first fix of each contradicted claim, and nothing else of the
 * file. Knows reports and files.
 */
import { pathOf, replaceFile } from "../node/paths.ts";
import { corrections } from "../service/corrections.ts";
import { clip } from "../service/messages.ts";
import type { Claim, DraftReport, Edit } from "../service/report.ts";
import type { Console } from "./console.ts";
import { CliError } from "./errors.ts";
import { type InputFile, type InputText, reason } from "./inputs.ts";

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

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
    if (rest > 0) console.say(`${file.path}: nothing can be corrected by itself; ${rest} to see to.`);
    return null;
  }
  for (const claim of claims) console.say(changeLine(file.path, input.text, claim, dryRun));
  if (dryRun) return null;
  const text = applyEdits(input.text, edits);
  await writeBack(pathOf(file.uri), file.path, input, text);
  return text;
}

/** Writes a text file anew, in UTF-8 and with the mark that it had. Throws where it is not UTF-8 or was changed. */
export async function writeBack(
  path: string,
  name: string,
  { bytes, writable }: Pick<InputText, "bytes" | "writable">,
  text: string,
): Promise<void> {
  if (!writable) throw new CliError(`${name}: not corrected, since it is not UTF-8. Save it as UTF-8 first.`);
  try {
    await replaceFile(path, bytes, encode(text, bytes));
  } catch (error) {
    throw new CliError(`${name}: not corrected, it cannot be written (${reason(error)}).`);
  }
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

function encode(text: string, before: Uint8Array): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  if (!BYTE_ORDER_MARK.every((byte, at) => before[at] === byte)) return bytes;
  return Uint8Array.from([...BYTE_ORDER_MARK, ...bytes]);
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
