/**
 * What a reader of a file format gives back and how much it may cost. Plain data that passes between threads;
 * knows no format and no disk.
 */

/**
 * `read`: the text is there. `doubtful`: it is there, but `message` says why it should be looked at. All other states
 * come without text.
 */
export type ReadState =
  | "read"
  | "doubtful"
  | "no-text"
  | "damaged"
  | "too-large"
  | "encrypted"
  | "not-found"
  /** A picture, a spreadsheet or whatever else holds no running text. */
  | "not-text"
  /** There, but the system does not let it be read. */
  | "unreadable";

export type Format = "text" | "html" | "pdf" | "docx";

/** The first character of a page, as an offset in UTF-16 code units of the extracted text. */
export interface PageMark {
  readonly offset: number;
  /** From 1. */
  readonly page: number;
}

/** What the file's own format records of the document. Absent where it does not. */
export interface FileMetadata {
  readonly title?: string;
  readonly publisher?: string;
  /** ISO day. */
  readonly published?: string;
  readonly url?: string;
  /** In the order of offsets; absent for a format without pages. */
  readonly pages?: readonly PageMark[];
}

export interface ReadLimits {
  /** How messages call the file; its path where absent. */
  readonly name?: string;
  /** Largest Markdown or text file, and largest extracted text, in bytes. */
  readonly textBytes?: number;
  /** Largest HTML, PDF or DOCX file, in bytes. */
  readonly fileBytes?: number;
  readonly milliseconds?: number;
}

export interface SourceFile {
  /** Markdown, or plain text for `format` "text". Empty where it could not be read. */
  readonly text: string;
  readonly metadata: FileMetadata;
  readonly format: Format;
  readonly state: ReadState;
  /** One line that names the file, the reason and what to do; null for `read`. */
  readonly message: string | null;
  /** How the bytes of a text were decoded; null for formats that say it themselves. */
  readonly encoding: string | null;
}

/** A document taken out of its format. */
export interface Extracted {
  readonly text: string;
  readonly metadata: FileMetadata;
  /** Why the text should be looked at ("page 3 holds only a picture"), or absent. */
  readonly doubt?: string;
}

/** A file that cannot be read for a reason that its reader knows. Its message goes on from the file's name: "is damaged. What to do" */
export class FormatError extends Error {
  readonly state: Exclude<ReadState, "read" | "doubtful">;

  constructor(state: FormatError["state"], message: string) {
    super(message);
    this.state = state;
  }
}

/** What is wrong with a file, as one sentence: "a.pdf is a damaged PDF". */
export function toldOf(name: string, wrong: string): string {
  return `${name} ${wrong}.`;
}
