/**
 * Writes Markdown block by block: paragraphs, headings, lists, block quotes, with their marks and indentation.
 * Knows Markdown; nothing of where the words come from.
 */
import { escapeInline, escapeStart, tidyLine } from "./markdown-escape.ts";

/** Deeper lists and quotes are written at this depth: nobody reads further in. */
const DEEPEST = 8;

interface Container {
  /** Written before the first line inside, then never again. */
  first: string | null;
  readonly rest: string;
  readonly isItem: boolean;
}

export class MarkdownWriter {
  readonly #parts: string[] = [];
  readonly #containers: Container[] = [];
  #ignored = 0;
  #run = "";
  #afterItem = false;
  /** How many of the containers hold both the last block and the next one. */
  #common = 0;

  /** Words of the paragraph that is being written. */
  words(text: string): void {
    this.#run += text;
  }

  /** The last character of the paragraph so far, or "". */
  get lastCharacter(): string {
    return this.#run.slice(-1);
  }

  /** A line break inside a paragraph; two make a new paragraph. */
  lineBreak(): void {
    this.#run += "\n";
  }

  /** Ends the paragraph. */
  flush(): void {
    const run = this.#run;
    this.#run = "";
    for (const paragraph of run.split(/\n[^\S\n]*\n/)) {
      const lines = paragraph
        .split("\n")
        .map((line) => escapeStart(escapeInline(tidyLine(line).trim())))
        .filter((line) => line !== "");
      if (lines.length > 0) this.#emit(lines);
    }
  }

  /** Ends the words so far as a heading of level 1 to 6. */
  heading(level: number): void {
    const text = escapeInline(tidyLine(this.#run).trim());
    this.#run = "";
    if (text !== "") this.#emit([`${"#".repeat(Math.min(6, Math.max(1, level)))} ${text}`]);
  }

  /** Lines that are Markdown already: a table. */
  block(markdown: string): void {
    this.flush();
    this.#emit(markdown.split("\n"));
  }

  openQuote(): void {
    this.#open({ first: null, rest: "> ", isItem: false });
  }

  /** `marker` is "- " or "3. ". */
  openItem(marker: string): void {
    this.#open({ first: marker, rest: " ".repeat(marker.length), isItem: true });
  }

  close(): void {
    this.flush();
    if (this.#ignored > 0) {
      this.#ignored--;
      return;
    }
    this.#afterItem = this.#containers.pop()?.isItem ?? false;
    this.#common = Math.min(this.#common, this.#containers.length);
  }

  /** All that was written, with one line end at the end. */
  finish(): string {
    this.flush();
    const text = this.#parts.join("").trimEnd();
    return text === "" ? "" : `${text}\n`;
  }

  #open(container: Container): void {
    this.flush();
    if (this.#containers.length >= DEEPEST) this.#ignored++;
    else this.#containers.push(container);
  }

  #emit(lines: readonly string[]): void {
    const startsItem = this.#containers.at(-1)?.first != null;
    const common = this.#containers.slice(0, this.#common).map(({ rest }) => rest);
    if (this.#parts.length > 0)
      this.#parts.push(startsItem && this.#afterItem ? "\n" : `\n${common.join("").trimEnd()}\n`);
    for (const [at, line] of lines.entries()) {
      const prefix = this.#containers.map((container) => {
        if (container.first === null) return container.rest;
        const { first } = container;
        container.first = null;
        return first;
      });
      this.#parts.push(`${at > 0 ? "\n" : ""}${prefix.join("")}${line}`);
    }
    this.#afterItem = this.#containers.some(({ isItem }) => isItem);
    this.#common = this.#containers.length;
  }
}
