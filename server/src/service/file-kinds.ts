/**
 * Which files are drafts, sources and documents, by how their names end. Knows names; touches no disk.
 */
const TEXTS = ["md", "markdown"];
/** Formats out of which text is taken. */
const DOCUMENTS = ["html", "htm", "xhtml", "pdf", "docx"];

/** Endings of files that facts can be read from, without the dot. */
export const SOURCE_ENDINGS: readonly string[] = [...TEXTS, "txt", ...DOCUMENTS];

/** Every file below a folder that may be a draft, as a glob. */
export const DRAFT_FILES = `**/*.{${TEXTS.join(",")}}`;
/** Every file below a folder that facts can be read from, as a glob. */
export const SOURCE_FILES = `**/*.{${SOURCE_ENDINGS.join(",")}}`;

const source = endingIn(SOURCE_ENDINGS);
const document = endingIn(DOCUMENTS);

/** True for a path or an address that facts can be read from, by its ending. */
export function isSourceName(name: string): boolean {
  return source.test(name);
}

/** True for a file whose text is taken out of another format, so that its offsets are not the file's own. */
export function isDocument(name: string): boolean {
  return document.test(name);
}

function endingIn(endings: readonly string[]): RegExp {
  return new RegExp(`\\.(?:${endings.join("|")})$`, "i");
}
