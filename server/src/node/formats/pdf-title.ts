/**
 * The title that a PDF records, mended where the program that wrote it used another encoding than the format has. Knows
 * characters; nothing of the PDF library.
 */
import type { PdfText } from "./pdf-text.ts";

/** What the bytes from 0x80 on mean in PDFDocEncoding, where that is not Latin-1; \0 for none. */
const FROM_80 = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\0€";
const BYTES: ReadonlyMap<string, number> = new Map([...FROM_80].map((char, at) => [char, 0x80 + at]));

/**
 * The title as it was meant: read again as UTF-8 where its bytes are UTF-8, and where it differs from the document's
 * heading in nothing but signs beyond ASCII, as the heading has it.
 */
export function mendedTitle(title: string, { heading }: Pick<PdfText, "heading">): string {
  if (/^[\x20-\x7e]*$/.test(title)) return title;
  const mended = asUtf8(title) ?? title;
  return heading !== null && heading !== mended && bare(heading) === bare(mended) ? heading : mended;
}

function asUtf8(title: string): string | null {
  const bytes = [...title].map((char) => BYTES.get(char) ?? char.charCodeAt(0));
  if (bytes.some((byte) => byte > 0xff)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

function bare(text: string): string {
  return text
    .replace(/[^\x20-\x7e]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
