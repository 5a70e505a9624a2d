/**
 * Bytes of a file to text. Knows encodings; nothing of files or of what the text says.
 */

export interface Decoded {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16" | "windows-1252";
}

/** What windows-1252 has where ISO 8859-1 has control characters, from 0x80; U+FFFD where it has nothing. */
const WINDOWS_1252 = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";
const CHUNK = 8192;

/**
 * Decodes UTF-8 (with or without a byte order mark), UTF-16 with one, and else windows-1252.
 * Null when the bytes are not text at all.
 */
export function decodeText(bytes: Uint8Array): Decoded | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(swapped(bytes), "utf-16le");
  // A zero byte stands in every picture, archive or office document, and in no text.
  if (bytes.subarray(0, CHUNK).includes(0) || startsWith(bytes, "%PDF-")) return null;
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return { text: windows1252(bytes), encoding: "windows-1252" };
  }
}

function utf16(bytes: Uint8Array, label: string): Decoded {
  return { text: new TextDecoder(label).decode(bytes), encoding: "utf-16" };
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

function windows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const codes = Array.from(bytes.subarray(at, at + CHUNK), (byte) =>
      byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte,
    );
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join("");
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  for (let at = 0; at < text.length; at++) if (bytes[at] !== text.charCodeAt(at)) return false;
  return true;
}
