/**
 * Cuts a text into the words by which quotations are compared: marks, dashes and case fall away,
 * ellipses and bracketed changes stay as signs. Knows nothing of documents.
 */
import type { Span } from "../../text/types.ts";
import { foldSpelling } from "./spelling.ts";

export type WordSign = "word" | "ellipsis" | "bracket";

/** A word as it is compared. `key` is equal for words that a fair quotation may swap. */
export interface QuotedWord extends Span {
  readonly key: string;
  readonly sign: WordSign;
}

// Ellipsis; bracketed change; initials; percent or currency sign; number; word with inner apostrophes.
const PIECE =
  /\[\s?(?:…|\.{3})\s?\]|…|\.{3,4}|\.\s\.\s\.|\[[^[\]]{1,80}\]\p{L}*(?:['’ʼ]\p{L}+)*|(?:\p{Lu}\.){2,8}|[%€$£¥]|\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:['’ʼ]\p{L}+)*/gu;

/** The words of `text` in order, with their spans in it. */
export function quotedWords(text: string): QuotedWord[] {
  const words: QuotedWord[] = [];
  for (const match of text.matchAll(PIECE)) {
    const piece = match[0];
    const span = { start: match.index, end: match.index + piece.length };
    if (piece[0] === "[") pushBracket(words, piece, span);
    else if (piece[0] === "…" || piece[0] === ".") words.push({ ...span, key: "…", sign: "ellipsis" });
    else pushWord(words, piece, span);
  }
  return words;
}

function pushWord(words: QuotedWord[], piece: string, { start, end }: Span): void {
  if (piece === "%") return void words.push({ start, end, key: "percent", sign: "word" });
  if (piece.length === 4 && piece.toLowerCase() === "cent") {
    const previous = words.at(-1);
    if (previous?.key === "per" && start - previous.end <= 1) {
      words[words.length - 1] = { start: previous.start, end, key: "percent", sign: "word" };
      return;
    }
  }
  words.push({ start, end, key: keyOf(piece), sign: "word" });
}

function keyOf(piece: string): string {
  const first = piece.charCodeAt(0);
  if (first >= 48 && first <= 57) return piece.includes(",") ? piece.replace(/,(?=\d{3})/g, "") : piece;
  return foldSpelling(piece.includes(".") ? piece.replaceAll(".", "") : piece);
}

/** "[…]" leaves words out, "[T]he" changes a capital, "[sic]" is the writer's, other brackets stand for any words. */
function pushBracket(words: QuotedWord[], piece: string, span: Span): void {
  const close = piece.indexOf("]");
  const inner = piece.slice(1, close);
  if (/^\s?(?:…|\.{3})\s?$/.test(inner)) return void words.push({ ...span, key: "…", sign: "ellipsis" });
  if (/^(?:sic|emphasis\b.*)$/i.test(inner)) return;
  const tail = piece.slice(close + 1);
  if (tail !== "") {
    const key = /^\p{L}$/u.test(inner) ? foldSpelling(inner + tail) : "[]";
    return void words.push({ ...span, key, sign: key === "[]" ? "bracket" : "word" });
  }
  words.push({ ...span, key: "[]", sign: "bracket" });
}

const FUNCTION_WORDS = new Set(
  (
    "a an the and or but nor so yet if as of in on at to for from by with into onto over under than that this these those " +
    "it its he she they we i you his her their our your my me him them us who whom whose which what where when why how is are was were be " +
    "been being am do does did has have had will would shall should can could may might must not no there here then"
  ).split(" "),
);

/** True for a word that bears content: not an article, pronoun, preposition or auxiliary. */
export function bearsContent(key: string): boolean {
  return !FUNCTION_WORDS.has(key);
}
