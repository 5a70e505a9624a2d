/**
 * Reads a Word document: its text with headings, lists, tables and footnotes, and what its properties record.
 * Knows the package's parts; nothing of files. Runs in the readers' thread.
 */
import mammoth from "mammoth";
import { readDay, writtenDay } from "./days.ts";
import { fragmentMarkdown } from "./html.ts";
import { type Extracted, type FileMetadata, FormatError } from "./types.ts";
import { Zip } from "./zip.ts";

/** Largest part of the package that is text, unpacked, in bytes; more is a trap. */
const MOST = 60_000_000;
const PROPERTIES = "docProps/core.xml";

/** Paragraph styles that are headings although they are not called so. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "strike => s",
];

/** Reads the bytes of a DOCX file. Throws a FormatError where there is no text to be had. */
export async function readDocx(bytes: Uint8Array): Promise<Extracted> {
  const zip = new Zip(bytes);
  check(zip);
  const { value } = await converted(bytes);
  const text = withNotes(fragmentMarkdown(marked(value)));
  if (!/\p{L}{2}/u.test(text))
    throw new FormatError("no-text", "holds no text, only pictures perhaps. Put the document's text into it");
  return { text, metadata: propertiesOf(zip, text) };
}

/** Unpacks every part of text once within limits, so that the library meets none that is a trap. */
function check(zip: Zip): void {
  let left = MOST;
  const parts = zip.names.filter((name) => /\.(?:xml|rels)$/i.test(name));
  for (const name of parts) {
    const part = zip.read(name, left);
    left -= part?.length ?? 0;
    // No program writes entities of its own into a document.
    if (part && /<!(?:DOCTYPE|ENTITY)/i.test(Buffer.from(part.subarray(0, 4096)).toString("latin1")))
      throw new FormatError("damaged", "is not a document that a word processor wrote. Save it anew");
  }
  if (!parts.some((name) => /^word\/document\d*\.xml$/.test(name)))
    throw new FormatError("damaged", "is a damaged Word file: its text is missing. Get the file again");
}

async function converted(bytes: Uint8Array): Promise<{ value: string }> {
  try {
    return await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        styleMap: STYLES,
        convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
        externalFileAccess: false,
      },
    );
  } catch {
    throw new FormatError("damaged", "is a damaged Word file. Open it in a word processor and save it anew");
  }
}

/** Marks of notes survive as words, since their links do not. */
function marked(html: string): string {
  return html
    .replace(
      /<sup><a href="#(?:foot|end)note-[\w-]{1,40}" id="[^"]{1,80}">\[(\d{1,5})\]<\/a><\/sup>/g,
      "{{fn:$1}}",
    )
    .replace(/<li id="((?:foot|end)note)-[\w-]{1,40}">/g, `<li>{{fnt}}`)
    .replace(/<a href="#(?:foot|end)note-ref-[\w-]{1,40}">↑<\/a>/g, "");
}

/** The list of notes at the end as Markdown's own footnotes. */
function withNotes(markdown: string): string {
  return markdown
    .replace(/^(\d{1,5})\. \{\{fnt\}\}\s*/gm, "[^$1]: ")
    .replace(/\{\{fn:(\d{1,5})\}\}/g, "[^$1]")
    .replace(/\{\{fnt\}\}/g, "");
}

/** Title and day from the package's core properties. */
function propertiesOf(zip: Zip, text: string): FileMetadata {
  const xml = Buffer.from(zip.read(PROPERTIES, 1_000_000) ?? []).toString("utf8");
  const value = (name: string) =>
    new RegExp(`<${name}(?:\\s[^>]{0,300})?>([^<]{1,1000})</${name}>`).exec(xml)?.[1]?.trim();
  const title = unescaped(value("dc:title") ?? "");
  const published =
    readDay(value("dcterms:issued")) ??
    writtenDay(text, title) ??
    readDay(value("dcterms:created") ?? value("dcterms:modified"));
  return { ...(title ? { title } : {}), ...(published ? { published } : {}) };
}

function unescaped(text: string): string {
  const names: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => names[name]!);
}
