/**
 * Tokens with lemma and part of speech, by wink-nlp and its English model. Knows nothing of documents.
 */
import model from "wink-eng-lite-web-model";
import winkNlp, { type ItemToken } from "wink-nlp";
import type { PartOfSpeech, Token } from "./types.ts";

/** The part of wink-nlp's model that it adds to as it reads. */
interface Lexemes {
  readonly hash: Record<string, number>;
  readonly list: readonly string[];
}

let lexemes: Lexemes;
let nlp = load();
const its = nlp.its;

function load(): ReturnType<typeof winkNlp> {
  const core = () => {
    const loaded = (model.core as () => { features: { lexeme: Lexemes } })();
    lexemes = loaded.features.lexeme;
    return loaded;
  };
  return winkNlp({ ...model, core }, ["sbd", "pos"]);
}

/** Words that wink-nlp may keep beyond its own, although forgotten, before it is loaded anew. */
const MAX_KEPT = 400_000;

/**
 * Reads `text`. wink-nlp keeps each word that it did not know, and splits and lemmatises later texts by it; a text has
 * to read the same whatever was read before, so what it learned is forgotten.
 */
function read(text: string): ReturnType<typeof nlp.readDoc> {
  if (lexemes.list.length > MAX_KEPT) nlp = load();
  const known = lexemes.list.length;
  const doc = nlp.readDoc(text);
  for (let at = known; at < lexemes.list.length; at++) delete lexemes.hash[lexemes.list[at]!];
  return doc;
}

/** Longer texts are handed to wink-nlp in parts: its patterns are not linear on every input. */
const MAX_PART = 2_000;

/**
 * Splits a sentence into tokens. Offsets are UTF-16 code units of `text`; blanks belong to no token, everything else
 * does: what wink-nlp leaves out or rewrites becomes a token tagged X.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (let start = 0; start < text.length; ) {
    const end = partEnd(text, start);
    tokenizePart(text, start, end, tokens);
    start = end;
  }
  return tokens;
}

function tokenizePart(text: string, from: number, to: number, tokens: Token[]): void {
  const part = text.slice(from, to);
  let cursor = 0;
  const plain = plainLetters(part);
  read(plain)
    .tokens()
    .each((item: ItemToken) => {
      const plainValue = item.out();
      const start = plain.indexOf(plainValue, cursor);
      if (start < 0 || plainValue.trim() === "") return;
      addUnread(part, cursor, start, from, tokens);
      cursor = start + plainValue.length;
      const value = part.slice(start, cursor);
      const lemma = item.out(its.lemma as never) as unknown as string | undefined;
      if (lemma === undefined) addWithoutLemma(value, from + start, tokens);
      else
        tokens.push({
          start: from + start,
          end: from + cursor,
          text: value,
          lemma: PLURAL_ACRONYM.test(value) ? value.slice(0, -1).toLowerCase() : lemma.toLowerCase(),
          pos: item.out(its.pos) as PartOfSpeech,
        });
    });
  addUnread(part, cursor, part.length, from, tokens);
}

/** wink-nlp ends a word at a letter beyond Latin-1 ("Softi|ć"); it is given the letter below the mark, one for one. */
function plainLetters(text: string): string {
  return text.replace(/[\u0100-\u024f\u1e00-\u1eff]/g, (letter) => {
    const base = STROKED.get(letter) ?? letter.normalize("NFD").charAt(0);
    return /[A-Za-z]/.test(base) ? base : letter;
  });
}
const STROKED = new Map(
  Object.entries({ ł: "l", Ł: "L", đ: "d", Đ: "D", ħ: "h", Ħ: "H", ı: "i", ŧ: "t", Ŧ: "T" }),
);

/** "ISPs", "MPs": the model knows no singular of them. */
const PLURAL_ACRONYM = /^[A-Z]{2,}s$/;

/** Before a mark wink-nlp takes "cannot" for one word, of which it knows no lemma; elsewhere it splits it. */
function addWithoutLemma(value: string, start: number, tokens: Token[]): void {
  const token = (text: string, at: number, pos: PartOfSpeech): Token => ({
    start: at,
    end: at + text.length,
    text,
    lemma: text.toLowerCase(),
    pos,
  });
  if (/^cannot$/i.test(value))
    tokens.push(token(value.slice(0, 3), start, "AUX"), token(value.slice(3), start + 3, "PART"));
  else tokens.push(token(value, start, "X"));
}

/** One token for each stretch without blanks between `start` and `end`. */
function addUnread(part: string, start: number, end: number, offset: number, tokens: Token[]): void {
  if (start === end) return;
  for (const match of part.slice(start, end).matchAll(/\S+/g)) {
    const at = offset + start + match.index;
    const [text] = match;
    tokens.push({ start: at, end: at + text.length, text, lemma: text.toLowerCase(), pos: "X" });
  }
}

function partEnd(text: string, start: number): number {
  const limit = start + MAX_PART;
  if (limit >= text.length) return text.length;
  for (let at = limit; at > start + MAX_PART / 2; at--) if (text.charCodeAt(at) === 32) return at;
  const code = text.charCodeAt(limit);
  return code >= 0xdc00 && code <= 0xdfff ? limit - 1 : limit;
}
