/**
 * Prose with a map back to the text it was taken from. Knows runs of characters and offsets; knows nothing of
 * Markdown's syntax or of how blocks are found.
 */
import type { Prose, Span } from "./types.ts";

/** A pair of delimiters around prose, in the document: `**` … `**`, or `[` … `](url)`. */
export interface Wrapper {
  readonly open: Span;
  readonly close: Span;
}

/**
 * Prose and its runs, with offsets relative to `source`, so that it can be kept while the text before it changes.
 * Run i covers `text` from `at[i]` to `at[i + 1]` and `source` from `from[i]` to `to[i]`. Where the two lengths
 * differ (an entity, a line break, code) the run can only be taken whole.
 */
export interface ProseContent {
  readonly text: string;
  readonly source: string;
  readonly at: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly wrappers: readonly Wrapper[];
  /** Whether characters that are written into `source` can act as Markdown. */
  readonly markup: "markdown" | "cell" | "none";
  /** The prose that `source` would have after an edit, or null if it would no longer be one block. */
  readonly reread: (edited: string) => string | null;
}

/** The prose of one block: `content` placed at offset `base` of the document. */
export class MappedProse implements Prose {
  readonly content: ProseContent;
  readonly base: number;

  constructor(content: ProseContent, base: number) {
    this.content = content;
    this.base = base;
  }

  get text(): string {
    return this.content.text;
  }

  /** An empty span comes back empty, at the character that follows it (at the end, the one before). */
  toSource(span: Span): Span {
    const { text, at, from, to } = this.content;
    if (at.length === 0) return { start: this.base, end: this.base };
    const start = Math.max(0, Math.min(span.start, text.length));
    const end = Math.max(start, Math.min(span.end, text.length));
    if (start === text.length) {
      const last = this.base + to[to.length - 1]!;
      return { start: last, end: last };
    }
    const first = this.runAt(start);
    const source = this.base + from[first]! + (this.isExact(first) ? start - at[first]! : 0);
    if (start === end) return { start: source, end: source };
    const last = this.runAt(end - 1);
    return {
      start: source,
      end: this.base + (this.isExact(last) ? from[last]! + end - at[last]! : to[last]!),
    };
  }

  pieces(span: Span): readonly Span[] {
    const start = Math.max(0, span.start);
    const end = Math.min(span.end, this.text.length);
    if (start >= end) return [];
    const pieces: { start: number; end: number }[] = [];
    const last = this.runAt(end - 1);
    for (let run = this.runAt(start); run <= last; run++) {
      const piece = this.toSource({
        start: Math.max(start, this.content.at[run]!),
        end: Math.min(end, this.runEnd(run)),
      });
      const previous = pieces[pieces.length - 1];
      if (previous && previous.end === piece.start) previous.end = piece.end;
      else pieces.push({ ...piece });
    }
    return pieces;
  }

  private runEnd(run: number): number {
    return this.content.at[run + 1] ?? this.content.text.length;
  }

  private isExact(run: number): boolean {
    return this.runEnd(run) - this.content.at[run]! === this.content.to[run]! - this.content.from[run]!;
  }

  private runAt(offset: number): number {
    const { at } = this.content;
    let low = 0;
    let high = at.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (at[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low;
  }
}

/**
 * Gathers prose from left to right. Blanks at either end are dropped, a line break with the blanks around it
 * becomes one character, and it waits until more prose follows.
 */
export class ProseBuilder {
  private readonly source: string;
  private readonly parts: string[] = [];
  private readonly at: number[] = [];
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly wrappers: Wrapper[] = [];
  private size = 0;
  /** The first newline at or after the last place asked for. */
  private newline = -1;
  private pending: { start: number; end: number; hard: boolean } | null = null;

  constructor(source: string) {
    this.source = source;
  }

  /** Characters gathered so far; a waiting line break counts as one. */
  get length(): number {
    return this.size + (this.pending ? 1 : 0);
  }

  /** Takes over `source` from `start` to `end` as it stands, line breaks apart. */
  plain(start: number, end: number): void {
    let at = start;
    while (at < end) {
      const newline = this.newlineFrom(at);
      if (newline >= end) {
        this.run(at, end);
        return;
      }
      const hard = hardBreakStart(this.source, at, newline);
      this.run(at, hard ?? newline);
      this.lineBreak(hard ?? newline, newline + 1, hard !== null);
      at = newline + 1;
    }
  }

  /** Puts `text` where `source` has something else. */
  replaced(text: string, start: number, end: number): void {
    this.flush();
    this.push(text, start, end);
  }

  /** A soft or hard break; blanks before it are taken into it. */
  lineBreak(start: number, end: number, hard: boolean): void {
    if (this.pending) {
      this.pending.hard ||= hard;
      if (this.pending.end === start) this.pending.end = end;
      return;
    }
    const trimmed = this.trimBlanks();
    if (this.size > 0) this.pending = { start: trimmed?.end === start ? trimmed.start : start, end, hard };
  }

  /** Markup that is part of a line's beginning, such as ">": a waiting line break takes it in. */
  skip(start: number, end: number): void {
    if (this.pending && this.pending.end === start) this.pending.end = end;
  }

  /**
   * Something that leaves nothing stands from `start` to `end`. Of the blanks on its two sides one is kept,
   * and none before a mark of punctuation. Returns where it stands in the prose.
   */
  nothing(end: number): number {
    if (!this.pending && (end >= this.source.length || /[\s.,;:!?)\]”’]/.test(this.source[end]!)))
      this.trimBlanks();
    return this.length;
  }

  wrap(wrapper: Wrapper): void {
    this.wrappers.push(wrapper);
  }

  finish(markup: ProseContent["markup"], reread: ProseContent["reread"]): ProseContent {
    this.pending = null;
    this.trimBlanks();
    const { source, at, from, to, wrappers } = this;
    return { text: this.parts.join(""), source, at, from, to, wrappers, markup, reread };
  }

  private newlineFrom(at: number): number {
    if (this.newline < at) {
      const found = this.source.indexOf("\n", at);
      this.newline = found < 0 ? this.source.length : found;
    }
    return this.newline;
  }

  private run(start: number, end: number): void {
    let at = start;
    if (this.pending || this.size === 0) {
      while (at < end && isBlank(this.source.charCodeAt(at))) at++;
      this.skip(start, at);
    }
    if (at >= end) return;
    this.flush();
    this.push(this.source.slice(at, end), at, end);
  }

  private flush(): void {
    if (!this.pending) return;
    const { start, end, hard } = this.pending;
    this.pending = null;
    this.push(hard ? "\n" : " ", start, end);
  }

  private push(text: string, start: number, end: number): void {
    const last = this.at.length - 1;
    if (last >= 0 && this.to[last] === start && text.length === end - start && this.isExact(last)) {
      this.to[last] = end;
    } else {
      this.at.push(this.size);
      this.from.push(start);
      this.to.push(end);
    }
    this.parts.push(text);
    this.size += text.length;
  }

  private isExact(run: number): boolean {
    return (this.at[run + 1] ?? this.size) - this.at[run]! === this.to[run]! - this.from[run]!;
  }

  /** Removes blanks at the end; returns what of `source` they covered, if that was the end of one run. */
  private trimBlanks(): Span | null {
    let removed: Span | null = null as Span | null;
    while (this.parts.length > 0) {
      const part = this.parts[this.parts.length - 1]!;
      let keep = part.length;
      while (keep > 0 && isBlank(part.charCodeAt(keep - 1))) keep--;
      if (keep === part.length) break;
      const last = this.at.length - 1;
      const end = this.to[last]!;
      const cut = part.length - keep;
      const start = this.at[last]! >= this.size - cut ? this.from[last]! : end - cut;
      this.shorten(part, keep);
      removed = { start, end: removed?.end ?? end };
      if (keep > 0) break;
    }
    return removed;
  }

  /** Cuts the last part down to `keep` characters. */
  private shorten(part: string, keep: number): void {
    const cut = part.length - keep;
    const last = this.at.length - 1;
    this.size -= cut;
    if (keep === 0) this.parts.pop();
    else this.parts[this.parts.length - 1] = part.slice(0, keep);
    if (this.at[last]! >= this.size) {
      this.at.pop();
      this.from.pop();
      this.to.pop();
    } else {
      this.to[last]! -= cut;
    }
  }
}

/** Blank, tab or carriage return; a no-break space is a character that the reader meets. */
function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}

/** Where a hard break before "\r\n" starts, else null: lezer-markdown sees such breaks only before a bare "\n". */
function hardBreakStart(source: string, start: number, newline: number): number | null {
  if (source.charCodeAt(newline - 1) !== 13) return null;
  const end = newline - 1;
  if (end > start && source[end - 1] === "\\") return end - 1;
  return end - 2 >= start && source[end - 1] === " " && source[end - 2] === " " ? end - 2 : null;
}
