/**
 * What the language server needs from the machine it runs on, and the engine it is given. Interfaces only, so that
 * tests and a browser can supply their own.
 */
import type { Bibliography } from "../service/citations/types.ts";
import type { Checker, CheckerOptions, SourceCard } from "../service/types.ts";
import type { ProseDocument } from "../text/types.ts";

/** A file as the host lists it. `stamp` changes when the file does. */
export interface ListedFile {
  readonly uri: string;
  readonly stamp: string;
  /** Bytes. */
  readonly size: number;
}

export interface ListOptions {
  /** Folders (uris) that everything listed must really lie in, symbolic links followed; absent: anywhere. */
  readonly within?: readonly string[];
  /** Hears of each symbolic link that leads out of them, by its uri. */
  readonly refused?: (uri: string) => void;
  /** Hears of each folder that cannot be looked into, by its uri, and why; without it that is an error. */
  readonly unlisted?: (uri: string, error: unknown) => void;
}

/** A source of any format as text; the shape of `SourceFile` in `node/formats`. */
export interface SourceDocument {
  readonly text: string;
  readonly metadata: {
    readonly title?: string;
    readonly publisher?: string;
    readonly published?: string;
    readonly url?: string;
    readonly pages?: readonly { readonly offset: number; readonly page: number }[];
  };
  readonly format: "text" | "html" | "pdf" | "docx";
  readonly state:
    | "read"
    | "doubtful"
    | "no-text"
    | "damaged"
    | "too-large"
    | "encrypted"
    | "not-found"
    | "not-text"
    | "unreadable";
  /** One line that names the file and says what to do; null for `read`. */
  readonly message: string | null;
  /** What the engine knew of this very text at another time; absent where that is not known. */
  readonly card?: SourceCard;
  /** Keeps what the engine knows of the text for the next start. */
  readonly keepCard?: (card: SourceCard | undefined) => void;
}

/** A bibliography; the shape of `BibliographyFile` in `node/formats`. */
export interface BibliographyDocument extends Omit<Bibliography, "uri"> {
  /** One line that names the file and says what to do, or null. */
  readonly message: string | null;
  /** False where nothing of it is known. */
  readonly read: boolean;
}

export interface Host {
  /**
   * The files that match any of the globs, sorted by uri. Globs are relative to the folder `root` (a uri) or absolute;
   * version control and package folders are left out. A root that is not there holds nothing. Throws where a folder
   * cannot be looked into, unless `unlisted` hears of it.
   */
  listFiles(root: string, globs: readonly string[], options?: ListOptions): Promise<readonly ListedFile[]>;
  /** True for a file or folder that really lies in one of the folders, symbolic links followed. */
  isWithin(uri: string, folders: readonly string[]): Promise<boolean>;
  /** One file or folder, or null where there is none. Throws where that cannot be known. */
  kindOf(uri: string): Promise<"file" | "folder" | null>;
  /** Throws where the file cannot be read; the message is one line. */
  readFile(uri: string): Promise<Uint8Array>;
  /** Writes a text file whole or not at all. Throws where it cannot; the message is one line. */
  writeFile(uri: string, text: string): Promise<void>;
  /** Takes a file away. Throws where it cannot; the message is one line. */
  removeFile(uri: string): Promise<void>;
  /** The day where the writer is, as `YYYY-MM-DD`. */
  today(): string;
  /** The name that who works in a folder signs with; empty where nobody knows. */
  userName(folder: string): Promise<string>;
  /** What was remembered of a draft (its uri in normal spelling), in whichever session; null where nothing was. Never throws. */
  recall?(draft: string): Promise<{ readonly value: unknown; readonly isOwn: boolean } | null>;
  /** Remembers plain data of a draft in place of what was; null for nothing. Absent where nothing is remembered. */
  remember?(draft: string, value: unknown): void;
  /** Resolves when all that is being written is on disk; absent where nothing is. */
  settled?(): Promise<void>;
  /** Reads a source of any format; `name` is what messages call it, `textBytes` the largest text. Never throws. */
  readSource(uri: string, name: string, textBytes: number): Promise<SourceDocument>;
  /** Reads a bibliography, or `text` where it is open in an editor; `name` is what messages call it. Never throws. */
  readBibliography(uri: string, name: string, text?: string): Promise<BibliographyDocument>;
}

/** The engine, handed in where everything is wired. */
export interface Engine {
  createChecker(options: CheckerOptions): Checker;
  /** Reads a draft's Markdown; `previous` is an earlier reading of nearly the same text. */
  readDraft(text: string, previous?: ProseDocument): ProseDocument;
}
