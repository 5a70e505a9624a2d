/**
 * Prints what sources state, for people.
 * Knows extracts; nothing of claims.
 */
import { writtenDate } from "../../service/footnotes.ts";
import type { ExtractedStatement, ExtractedValue, SourceExtract } from "../../service/types.ts";
import { LineTable } from "../../text/lines.ts";
import type { Colors } from "../console.ts";
import { visible } from "./visible.ts";

export interface ExtractedSource {
  readonly extract: SourceExtract;
  readonly text: string;
}

/** Each sentence with its line and, below it, what was read in it. */
export function printStatements(sources: readonly ExtractedSource[], colors: Colors): string {
  return sources.map((source) => printSource(source, colors)).join("\n");
}

function printSource({ extract, text }: ExtractedSource, colors: Colors): string {
  const lines = new LineTable(text);
  const day = extract.published === null ? "" : ` · ${writtenDate(extract.published)}`;
  const parts = [
    `${colors.bold(visible(extract.path))}  ${visible(extract.title)}${day}`,
    ...extract.statements.flatMap((statement) => [
      `  ${colors.dim(`${lines.placeAt(statement.start).line + 1}:`)} ${visible(plain(statement.text))}`,
      ...statement.values.map((value) => `      ${printValue(value, colors)}`),
      ...attributionLines(statement, colors),
    ]),
    `  ${extract.statements.length} sentences, ${extract.statements.reduce((sum, { values }) => sum + values.length, 0)} values`,
  ];
  return `${parts.join("\n")}\n`;
}

function printValue(value: ExtractedValue, colors: Colors): string {
  const read =
    value.kind === "date"
      ? `${value.from ?? "…"} to ${value.to ?? "…"}`
      : value.kind === "quantity"
        ? `${value.approximate ? "about " : ""}${value.min ?? "…"} to ${value.max ?? "…"} ${value.unit ?? ""}`
        : value.kind === "name"
          ? String(value.canonical ?? "")
          : "";
  return `${colors.cyan(value.kind.padEnd(9))} ${visible(plain(value.text))}${read ? colors.dim(`  ${read.trim()}`) : ""}`;
}

function attributionLines({ attributions }: ExtractedStatement, colors: Colors): string[] {
  return attributions.flatMap(({ speaker, role, cue }) =>
    speaker
      ? [
          `      ${colors.cyan("speaker".padEnd(9))} ${visible(plain(speaker.text))}${role ? `, ${visible(plain(role.text))}` : ""}${cue ? colors.dim(`  ${visible(plain(cue.text))}`) : ""}`,
        ]
      : [],
  );
}

/** On one line, without the marks of quoted blocks at its breaks. */
function plain(text: string): string {
  return text.replace(/\s*\n[\s>]*/g, " ").trim();
}
