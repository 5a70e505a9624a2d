/**
 * What a file is, by its first bytes and its name. Knows signatures; nothing of contents.
 */
import { type Format, FormatError } from "./types.ts";

/** Files of these endings are read through their format; all others are text. */
const FORMATS: Readonly<Record<string, Format>> = {
  html: "html",
  htm: "html",
  xhtml: "html",
  pdf: "pdf",
  docx: "docx",
};

export interface Sniffed {
  readonly format: Format;
  /** What the file is although its name says otherwise ("a PDF"), or null. */
  readonly surprise: string | null;
}

/** The format that a file's name promises. */
export function formatByName(name: string): Format {
  const ending = /\.(\w{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return FORMATS[ending] ?? "text";
}

/** Tells the format. Throws a FormatError for files that no reader reads, with what to do. */
export function sniff(bytes: Uint8Array, name: string): Sniffed {
  const promised = formatByName(name);
  const found = signature(bytes);
  const told = (format: Format, article: string): Sniffed => ({
    format,
    surprise: format === promised ? null : article,
  });
  if (found === "pdf") return told("pdf", "a PDF");
  if (found === "zip") return told(zipFormat(bytes), "a Word document");
  if (found === "ole") throw oldOffice(bytes);
  if (found === "rtf" && promised !== "text")
    throw new FormatError("not-text", "is a Rich Text file. Save it as .docx, PDF or plain text");
  if (promised === "pdf" || promised === "docx") {
    if (isHtml(bytes)) return told("html", "a web page");
    if (bytes.length > 0 && looksLikeText(bytes)) return told("text", "plain text");
    throw new FormatError(
      "damaged",
      promised === "pdf"
        ? "is a damaged PDF. Download it again, or print it to a new PDF"
        : "is a damaged Word file. Open it in a word processor and save it anew",
    );
  }
  return { format: promised, surprise: null };
}

function signature(bytes: Uint8Array): "pdf" | "zip" | "ole" | "rtf" | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  if (/^[^\n<]{0,1000}%PDF-\d/s.test(head) && !head.startsWith("<")) return "pdf";
  if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) return "zip";
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) return "ole";
  return head.startsWith("{\\rtf") ? "rtf" : null;
}

/** The names of an archive's parts stand in it as they are. */
function zipFormat(bytes: Uint8Array): Format {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.includes("word/document")) return "docx";
  if (buffer.includes("application/vnd.oasis.opendocument.text"))
    throw new FormatError("not-text", "is an OpenDocument text. Save it as .docx or PDF");
  if (buffer.includes("xl/workbook"))
    throw new FormatError("not-text", "is a spreadsheet. Save what matters as text, Word or PDF");
  if (buffer.includes("ppt/presentation"))
    throw new FormatError("not-text", "is a presentation. Save it as PDF");
  if (buffer.includes("[Content_Types].xml"))
    throw new FormatError("damaged", "is a damaged Word file: its text is missing. Get the file again");
  throw new FormatError("not-text", "is an archive. Unpack it and use the documents in it");
}

function oldOffice(bytes: Uint8Array): FormatError {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = Buffer.from("EncryptedPackage", "utf16le");
  if (buffer.includes(name))
    return new FormatError("encrypted", "is locked with a password. Save a copy without the password");
  return new FormatError("not-text", "is in an old Office format. Save it as .docx or PDF");
}

function isHtml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString("latin1");
  return /<(?:!doctype html|html|head|body|title|meta)[\s>]/i.test(head);
}

function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 8192);
  let odd = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32)) odd++;
  return odd === 0;
}
