/**
 * Words of another format as Markdown that reads the same: only what Markdown would take for markup gets a backslash.
 * Knows Markdown's marks; nothing of documents.
 */

/** One line without control characters, soft hyphens and runs of blanks. */
export function tidyLine(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, "")
    .replace(/[\s\u00a0]+/g, " ");
}

/** Escapes what is markup anywhere in a line. */
export function escapeInline(text: string): string {
  return text
    .replace(/[\\`*<]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/~~/g, "\\~~")
    .replace(/\](?=[(:[])/g, "\\]")
    .replace(/&(?=#?\w{1,12};)/g, "\\&");
}

/** Escapes what is markup at the start of a line only. */
export function escapeStart(line: string): string {
  if (/^(?:[#>+]|-(?=\s|$)|-{2,}\s*$|=+\s*$|:::|~~~|\|)/.test(line)) return `\\${line}`;
  return line.replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

/** A cell of a table. */
export function escapeCell(text: string): string {
  return escapeInline(text).replaceAll("|", "\\|").trim();
}

/** A Markdown table; the first row is its head. Short rows are filled up. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map((row) => row.length));
  const lines = rows.map(
    (row) => `| ${Array.from({ length: width }, (_, at) => row[at] ?? "").join(" | ")} |`,
  );
  return [lines[0], `|${" --- |".repeat(width)}`, ...lines.slice(1)].join("\n");
}
