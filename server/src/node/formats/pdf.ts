/**
 * Reads a PDF: its pages' words, what its information dictionary records, and why there may be no text.
 * Knows the PDF library; nothing of files. Runs in the readers' thread.
 */
import "./older-node.ts";
import { getDocument, VerbosityLevel } from "unpdf/pdfjs";
import { readDay, writtenDay } from "./days.ts";
import { type PageWords, type RawItem, readPage } from "./pdf-page.ts";
import { type PdfText, textOfPages } from "./pdf-text.ts";
import { mendedTitle } from "./pdf-title.ts";
import { type Extracted, type FileMetadata, FormatError } from "./types.ts";

const MOST_PAGES = 3000;
/** Fewer letters than this on a page are no text. */
const FEW_LETTERS = 8;

type Pdf = Awaited<ReturnType<typeof getDocument>["promise"]>;

/** Reads a PDF's bytes; `progress` is told of each page. Throws a FormatError where there is no text to be had. */
export async function readPdf(
  bytes: Uint8Array,
  progress: (page: number, pages: number) => void = () => {},
): Promise<Extracted> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: true,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  try {
    return await extracted(await opened(task.promise), progress);
  } finally {
    await task.destroy().catch(() => {});
  }
}

async function opened(promise: Promise<Pdf>): Promise<Pdf> {
  try {
    return await promise;
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    if (name === "PasswordException")
      throw new FormatError("encrypted", "is locked with a password. Save a copy without the password");
    throw new FormatError("damaged", "is a damaged PDF. Download it again, or print it to a new PDF");
  }
}

async function extracted(pdf: Pdf, progress: (page: number, pages: number) => void): Promise<Extracted> {
  if (pdf.numPages > MOST_PAGES)
    throw new FormatError("too-large", `has ${pdf.numPages} pages; at most ${MOST_PAGES} are read. Split it`);
  const pages: PageWords[] = [];
  const broken: number[] = [];
  const fonts = new Map<string, boolean>();
  for (let number = 1; number <= pdf.numPages; number++) {
    progress(number, pdf.numPages);
    const page = await pageWords(pdf, number, fonts);
    if (page) pages.push(page);
    else broken.push(number);
  }
  if (pages.length === 0 && broken.length > 0)
    throw new FormatError("damaged", "is a damaged PDF. Download it again, or print it to a new PDF");
  const empty = pages.filter((page) => lettersOf(page) < FEW_LETTERS).map(({ page }) => page);
  if (empty.length === pages.length)
    throw new FormatError(
      "no-text",
      "holds pictures of pages but no text. Run text recognition (OCR) on it, and save it again",
    );
  const read = textOfPages(pages);
  const doubt = doubtOf(read.text, pages.length, empty, broken);
  return { text: read.text, metadata: await metadataOf(pdf, read), ...(doubt ? { doubt } : {}) };
}

async function pageWords(pdf: Pdf, number: number, fonts: Map<string, boolean>): Promise<PageWords | null> {
  try {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const content = await page.getTextContent({ includeMarkedContent: false });
    const { width, height } = viewport;
    const items = content.items.filter((item): item is typeof item & RawItem => "str" in item);
    // The library tells a font's name only once the page's drawing has been read.
    if (items.some(({ fontName }) => !fonts.has(fontName))) {
      await page.getOperatorList().catch(() => null);
      await new Promise((resolve) => setTimeout(resolve));
    }
    const isBold = (font: string) => {
      const known = fonts.get(font) ?? isBoldFont(page, font);
      fonts.set(font, known);
      return known;
    };
    const words = readPage(items, viewport.transform, { page: number, width, height }, isBold);
    page.cleanup();
    return words;
  } catch {
    return null;
  }
}

function isBoldFont(page: Awaited<ReturnType<Pdf["getPage"]>>, font: string): boolean {
  try {
    const { name, bold, black } = page.commonObjs.get(font) as {
      name?: string;
      bold?: boolean;
      black?: boolean;
    };
    return bold === true || black === true || /bold|black|heavy|semibold|demi/i.test(name ?? "");
  } catch {
    return false;
  }
}

function lettersOf({ pieces }: PageWords): number {
  let letters = 0;
  for (const { text } of pieces) letters += text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters;
}

/** What a reader should look at before trusting the text. */
function doubtOf(
  text: string,
  pages: number,
  empty: readonly number[],
  broken: readonly number[],
): string | undefined {
  if (broken.length > 0) return `could be read only in part: ${pageList(broken)} is damaged`;
  const strange = text.match(/[\uFFFD\uE000-\uF8FF]/g)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (strange > (strange + letters) * 0.03)
    return "has fonts that do not tell their letters, so that words may be wrong";
  if (empty.length > pages * 0.3 || (empty.length > 0 && pages <= 3 && empty.length > 0 && pages > 1))
    return `holds only pictures on ${pageList(empty)}`;
  return undefined;
}

/** "page 3", "pages 2, 4 and 5", "12 pages". */
function pageList(pages: readonly number[]): string {
  if (pages.length === 1) return `page ${pages[0]}`;
  if (pages.length > 5) return `${pages.length} pages`;
  return `pages ${pages.slice(0, -1).join(", ")} and ${pages.at(-1)}`;
}

async function metadataOf(pdf: Pdf, read: PdfText): Promise<FileMetadata> {
  const info = await infoOf(pdf);
  const recorded = typeof info.Title === "string" ? mendedTitle(info.Title.trim(), read) : "";
  const title = isTitle(recorded) ? recorded : read.heading;
  const published = writtenDay(read.text, title ?? "") ?? recordedDay(info);
  return { ...(title ? { title } : {}), ...(published ? { published } : {}), pages: read.pages };
}

async function infoOf(pdf: Pdf): Promise<Record<string, unknown>> {
  try {
    return (await pdf.getMetadata()).info as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** False for what programs write where the author gave none. */
function isTitle(title: string): boolean {
  return (
    title.length > 2 &&
    /\p{L}/u.test(title) &&
    !/^(?:microsoft (?:word|powerpoint)|untitled|document\d*$|slide 1$|about:blank)/i.test(title) &&
    !/\.(?:docx?|pdf|indd|odt|html?|pptx?|tex|md)$/i.test(title)
  );
}

/** When the document was made; a browser's print only tells when it was printed. */
function recordedDay(info: Record<string, unknown>): string | undefined {
  const maker = `${String(info.Producer ?? "")} ${String(info.Creator ?? "")}`;
  if (/skia\/pdf|mozilla|wkhtmltopdf|chrom(?:e|ium)/i.test(maker)) return undefined;
  return typeof info.CreationDate === "string" ? readDay(info.CreationDate) : undefined;
}
