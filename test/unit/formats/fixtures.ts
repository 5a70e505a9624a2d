/** The fixtures: where they lie, what each must hold. Knows files and the story they tell. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("./fixtures/", import.meta.url));

export interface Truth {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

export const truth = JSON.parse(
  readFileSync(new URL("./origin/truth.json", import.meta.url), "utf8"),
) as Truth;

export function fixture(name: string): string {
  return join(folder, name);
}

export function bytesOf(name: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(readFileSync(fixture(name)));
}

export function names(ending: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort();
}

/** The words that a reader of the Markdown sees, on one line. */
export function words(markdown: string): string {
  return markdown
    .replace(/\[\^\d+\]/g, "")
    .replace(/\\([\p{P}\p{S}])/gu, "$1")
    .replace(/\s+/g, " ");
}

/** Sentences of the story that the text lacks or has in another order. */
export function missing(markdown: string, sentences: readonly string[] = truth.sentences): string[] {
  const text = words(markdown);
  let from = 0;
  return sentences.filter((sentence) => {
    const at = text.indexOf(sentence, from);
    if (at >= 0) from = at;
    return at < 0;
  });
}

/** The cells of the Markdown tables in a text, row by row. */
export function cells(markdown: string): string[][] {
  return markdown
    .split("\n")
    .filter((line) => /^(?:> )?\|/.test(line) && !/^\| ---/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
