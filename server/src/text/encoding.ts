/**
 * Bytes to text: byte order marks, UTF-16 without one, what a page declares, and else the likeliest old code page.
 * Knows encodings; nothing of files or of what a text says.
 */

export interface DecodedBytes {
  readonly text: string;
  /** A label as the web names encodings: "utf-8", "windows-1252". */
  readonly encoding: string;
  /** True where nothing in the bytes says which encoding they are in. */
  readonly guessed: boolean;
}

const SAMPLE = 65_536;
/** What windows-1252 has where ISO 8859-1 has control characters, from 0x80; U+FFFD where it has nothing. */
const WINDOWS_1252 = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

/** Decodes a text file; `declared` is the encoding that its format names. Null when the bytes are not text at all. */
export function decodeBytes(bytes: Uint8Array, declared?: string): DecodedBytes | null {
  const marked = byMark(bytes) ?? withoutMark(bytes);
  if (marked) return { text: decodedAs(bytes, marked), encoding: marked, guessed: false };
  // A zero byte stands in every picture, archive or office document, and in no text.
  if (bytes.subarray(0, SAMPLE).includes(0) || isPdf(bytes)) return null;
  const strict = utf8(bytes);
  if (strict !== null) return { text: strict, encoding: "utf-8", guessed: false };
  const label = declared?.trim().toLowerCase();
  if (label && label !== "utf-8" && label !== "utf8" && isKnown(label))
    return { text: decodedAs(bytes, label), encoding: label, guessed: false };
  if (isNearlyUtf8(bytes)) return { text: decodedAs(bytes, "utf-8"), encoding: "utf-8", guessed: true };
  const guess = isMacRoman(bytes) ? "macintosh" : "windows-1252";
  return { text: decodedAs(bytes, guess), encoding: guess, guessed: true };
}

function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 5)) === "%PDF-";
}

/** The encoding that an HTML page declares in its first bytes, or undefined. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(head)?.[1];
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "utf-8" : null;
}

/** UTF-16 without a mark: in English every other byte is zero. */
function withoutMark(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length - (bytes.length % 2), 4096);
  if (length < 8) return null;
  let [even, odd] = [0, 0];
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const half = length / 2;
  if (odd > half * 0.7 && even < half * 0.02) return "utf-16le";
  return even > half * 0.7 && odd < half * 0.02 ? "utf-16be" : null;
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isKnown(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

function decodedAs(bytes: Uint8Array, label: string): string {
  if (label === "utf-16be") return new TextDecoder("utf-16le").decode(swapped(bytes));
  const decoder = new TextDecoder(label);
  const text = decoder.decode(bytes);
  // Some versions of Node decode windows-1252 as ISO 8859-1 and so leave control characters.
  if (decoder.encoding !== "windows-1252") return text;
  return text.replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80]!);
}

function swapped(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  for (let at = 0; at < copy.length; at += 2) {
    const first = copy[at]!;
    copy[at] = copy[at + 1]!;
    copy[at + 1] = first;
  }
  return copy;
}

/** UTF-8 with a byte or two gone wrong: many well-formed sequences, few broken ones. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const sample = new TextDecoder("utf-8").decode(bytes.subarray(0, SAMPLE));
  let [whole, broken] = [0, 0];
  for (const char of sample) {
    if (char === "\uFFFD") broken++;
    else if (char > "\u007f") whole++;
  }
  return whole > broken * 4;
}

/**
 * The quotation marks of Mac OS Roman (0xd2 to 0xd5) are capital letters with accents in windows-1252; nobody writes
 * those between two small letters or before one at a word's end.
 */
function isMacRoman(bytes: Uint8Array): boolean {
  let [mac, windows] = [0, 0];
  for (let at = 1; at < Math.min(bytes.length, SAMPLE); at++) {
    const byte = bytes[at]!;
    if (byte >= 0x91 && byte <= 0x97) windows++;
    else if (byte >= 0xd0 && byte <= 0xd5 && isSmall(bytes[at - 1]!)) mac++;
    else if (byte === 0xd2 && bytes[at - 1] === 0x20) mac++;
  }
  return mac > 0 && mac > windows;
}

function isSmall(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}
