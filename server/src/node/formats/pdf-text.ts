/**
 * Pages of words to Markdown with page marks: order, headings, paragraphs that go on over columns and pages, hyphens.
 * Knows the steps' order; runs in the readers' thread.
 */
import { joinLines, joinPair, Vocabulary } from "./hyphens.ts";
import { escapeCell, escapeInline, escapeStart, tableOf, tidyLine } from "./markdown-escape.ts";
import { columnsOf } from "./pdf-columns.ts";
import { withoutFurniture } from "./pdf-furniture.ts";
import type { PageWords } from "./pdf-page.ts";
import { type Block, type BodyStyle, blocksOf } from "./pdf-paragraphs.ts";
import type { PageMark } from "./types.ts";

export interface PdfText {
  readonly text: string;
  readonly pages: readonly PageMark[];
  /** The largest heading of the first page, or null. */
  readonly heading: string | null;
}

/** The text of a document. */
export function textOfPages(pages: readonly PageWords[]): PdfText {
  const clean = withoutFurniture(pages);
  const body = bodyStyle(clean);
  const vocabulary = new Vocabulary();
  for (const { pieces } of clean) for (const { text } of pieces) vocabulary.add(text);
  const blocks = clean.flatMap(({ pieces, page }) =>
    columnsOf(pieces).flatMap((column) => blocksOf(column, page, body)),
  );
  const chains = chained(joinedHeadings(blocks));
  const sizes = headingSizes(blocks);
  return written(chains, vocabulary, sizes, body);
}

function bodyStyle(pages: readonly PageWords[]): BodyStyle {
  const styles = new Map<string, { letters: number; size: number; bold: boolean }>();
  for (const { pieces } of pages)
    for (const { size, bold, text } of pieces) {
      const key = `${Math.round(size * 2)} ${bold}`;
      const style = styles.get(key) ?? { letters: 0, size, bold };
      style.letters += text.length;
      styles.set(key, style);
    }
  const [most] = [...styles.values()].sort((one, other) => other.letters - one.letters);
  return most ?? { size: 10, bold: false };
}

/** A block with the pieces of it that stand in other columns or on other pages. */
type Chain = readonly [Block, ...Block[]];

/** A heading over two lines that came apart is one. */
function joinedHeadings(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    const isSame =
      before?.kind === "heading" &&
      block.kind === "heading" &&
      before.page === block.page &&
      before.open &&
      Math.abs(before.size - block.size) < 0.3 &&
      /^\p{Ll}/u.test(block.lines[0]!);
    if (isSame) joined[joined.length - 1] = { ...block, lines: [...before.lines, ...block.lines] };
    else joined.push(block);
  }
  return joined;
}

/** Paragraphs that break off at a column's or page's end, each with its continuation; notes between them come after. */
function chained(blocks: readonly Block[]): Chain[] {
  const chains: [Block, ...Block[]][] = [];
  let last: { chain: [Block, ...Block[]]; since: number } | null = null;
  for (const block of blocks) {
    const isText = block.kind === "paragraph";
    if (last && isText && goesOn(last.chain.at(-1)!, block)) {
      last.chain.push(block);
      last.since = 0;
      continue;
    }
    const chain: [Block, ...Block[]] = [block];
    chains.push(chain);
    const isAside: boolean = last !== null && block.small && !last.chain[0].small && last.since < 12;
    if (isAside && last) last.since++;
    else last = isText || block.kind === "item" ? { chain, since: 0 } : null;
  }
  return chains;
}

function goesOn(before: Block, block: Block): boolean {
  if (Math.abs(before.size - block.size) > before.size * 0.07) return false;
  const end = before.lines.at(-1)!;
  const start = block.lines[0]!;
  if (/[\p{L}][-‐\u00ad]$/u.test(end) && /^\p{Ll}/u.test(start)) return true;
  if (/[.!?:;]["”’)]*$/.test(end)) return false;
  return /^[\p{Ll}(]/u.test(start) || (before.open && /[\p{Ll},]$/u.test(end) && before.page !== block.page);
}

/** The sizes of headings from the largest on; bold ones of the text's own size come last. */
function headingSizes(blocks: readonly Block[]): number[] {
  const sizes = new Set<number>();
  for (const block of blocks) if (block.kind === "heading") sizes.add(rounded(block.size));
  return [...sizes].sort((one, other) => other - one);
}

function rounded(size: number): number {
  return Math.round(size);
}

function written(
  chains: readonly Chain[],
  vocabulary: Vocabulary,
  sizes: readonly number[],
  body: BodyStyle,
): PdfText {
  const writer = new PageWriter();
  let heading: { text: string; size: number } | null = null;
  for (const chain of chains) {
    const [block] = chain;
    if (block.kind === "table") {
      writer.block(
        tableOf(block.rows!.map((row) => row.map((text) => escapeCell(tidyLine(text))))),
        block.page,
        false,
      );
      continue;
    }
    const texts = chainTexts(chain, vocabulary);
    const bare = block.small ? texts[0]!.replace(/^\d{1,3}\s?(?=[\p{Lu}“"])/u, "") : texts[0]!;
    const first = escapeInline(tidyLine(bare).trimStart());
    if (block.kind === "heading") {
      const level = Math.min(6, sizes.indexOf(rounded(block.size)) + 1);
      writer.block(`${"#".repeat(level)} ${first.trim()}`, block.page, false);
      if (block.page === 1 && block.size > (heading?.size ?? body.size))
        heading = { text: texts[0]!, size: block.size };
      continue;
    }
    writer.block(
      (block.marker ?? "") + (block.marker ? first : escapeStart(first)),
      block.page,
      block.kind === "item",
    );
    for (const [at, text] of texts.entries())
      if (at > 0) writer.more(escapeInline(tidyLine(text)), chain[at]!.page);
  }
  return { ...writer.finish(), heading: heading?.text ?? null };
}

/** The chain's text, cut where its blocks part. */
function chainTexts(chain: Chain, vocabulary: Vocabulary): string[] {
  const texts = chain.map(({ lines }) => joinLines(lines, vocabulary));
  for (let at = 1; at < texts.length; at++) texts[at - 1] = joinPair(texts[at - 1]!, texts[at]!, vocabulary);
  return texts;
}

/** Writes blocks and notes where pages begin. */
class PageWriter {
  #text = "";
  #inList = false;
  readonly #pages: PageMark[] = [];

  block(markdown: string, page: number, isItem: boolean): void {
    if (this.#text !== "") this.#text += isItem && this.#inList ? "\n" : "\n\n";
    this.#inList = isItem;
    this.#mark(page);
    this.#text += markdown;
  }

  more(markdown: string, page: number): void {
    this.#mark(page);
    this.#text += markdown;
  }

  finish(): { text: string; pages: PageMark[] } {
    return { text: this.#text === "" ? "" : `${this.#text.trimEnd()}\n`, pages: this.#pages };
  }

  #mark(page: number): void {
    if (this.#pages.at(-1)?.page !== page) this.#pages.push({ offset: this.#text.length, page });
  }
}
