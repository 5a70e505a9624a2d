/** Where a bench types into a draft: letters of a new word, in paragraphs spread over the whole. Knows texts only. */

export interface Keystroke {
  readonly line: number;
  readonly character: number;
  /** The same place as an offset into the text that the keystroke before has left. */
  readonly offset: number;
  readonly letter: string;
}

const WORD = " steady";

/** `count` keystrokes, a word of seven letters in each paragraph, behind one of the paragraph's middle words. */
export function keystrokes(text: string, count: number): Keystroke[] {
  const lines = text.split("\n");
  const paragraphs = lines.flatMap((line, at) => (line.length > 120 ? [at] : []));
  const words = Math.ceil(count / WORD.length);
  const typed: Keystroke[] = [];
  for (let word = 0; word < words; word++) {
    const line = paragraphs[Math.floor(((word + 0.5) * paragraphs.length) / words)]!;
    const place = lines[line]!.indexOf(" ", lines[line]!.length >> 1);
    const start = lines.slice(0, line).join("\n").length + (line > 0 ? 1 : 0) + place;
    // Words before have been typed further up: each has moved this one.
    const moved = word * WORD.length;
    for (const [index, letter] of [...WORD].entries()) {
      typed.push({ line, character: place + index, offset: start + moved + index, letter });
    }
  }
  return typed.slice(0, count);
}
