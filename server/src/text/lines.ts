/**
 * Offsets to lines and back. Knows line ends as the Language Server Protocol counts them ("\n", "\r\n", "\r");
 * knows nothing of Markdown or of the protocol's types.
 */

/** A zero-based place in a text; `character` counts UTF-16 code units. */
export interface LinePlace {
  readonly line: number;
  readonly character: number;
}

/** Built once per text in linear time; each question costs the logarithm of the number of lines. */
export class LineTable {
  private readonly starts: number[] = [0];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
    if (text.includes("\r")) this.readReturns(text);
    else for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at)) this.starts.push(++at);
  }

  private readReturns(text: string): void {
    for (let at = nextBreak(text, 0); at < text.length; at = nextBreak(text, at)) {
      if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at++;
      this.starts.push(++at);
    }
  }

  /** At least 1: an empty text has one empty line. */
  get lineCount(): number {
    return this.starts.length;
  }

  /** The line of an offset; offsets outside the text are moved to its nearest end. */
  placeAt(offset: number): LinePlace {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= inside) low = middle;
      else high = middle;
    }
    return { line: low, character: inside - this.starts[low]! };
  }

  /** The offset of a place; a character beyond its line's end is moved to that end, before the line break. */
  offsetAt(place: LinePlace): number {
    if (place.line < 0) return 0;
    if (place.line >= this.starts.length) return this.text.length;
    const start = this.starts[place.line]!;
    return Math.min(start + Math.max(0, place.character), this.lineEnd(place.line));
  }

  /** Where the line starts; `line` is moved into the text. */
  lineStart(line: number): number {
    return this.starts[Math.max(0, Math.min(line, this.starts.length - 1))]!;
  }

  /** Where the line's characters end, before its line break. */
  lineEnd(line: number): number {
    if (line + 1 >= this.starts.length) return this.text.length;
    let end = this.starts[line + 1]! - 1;
    if (this.text.charCodeAt(end) === 10 && this.text.charCodeAt(end - 1) === 13) end--;
    return Math.max(end, this.starts[line]!);
  }
}

function nextBreak(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
    at++;
  }
  return at;
}
