/**
 * What client and server name in common besides LSP's own: the methods of our requests with their types.
 * Types and method names only; offsets and ranges are LSP's (zero-based, UTF-16).
 */

import type { Kind, Range, Summary, Verdict } from "./service/report.ts";
import type { ReportFormat } from "./service/reporting/types.ts";

/** `initializationOptions`. A client without `workspace/configuration` hands its settings in here. */
export interface InitializationOptions {
  /** The `claimcheck.*` settings, without the prefix. */
  readonly settings?: unknown;
  /**
   * Commands that the client itself offers, such as `claimcheck.ignoreClaim`. Without them the server makes plain
   * edits. A client that names any also follows `command:` links in cards to the server's own commands.
   */
  readonly commands?: readonly string[];
}

/** The client's command that asks for a reason and then requests `claimcheck/ignore`; its one argument is a `ClaimPlace`. */
export const IGNORE_COMMAND = "claimcheck.ignoreClaim";
/** The client's command that asks for a reason and then requests `claimcheck/accept`; its one argument is a `ClaimPlace`. */
export const ACCEPT_COMMAND = "claimcheck.acceptClaim";
/** The server's own, for clients without it: accepts without a reason. Its one argument is a `ClaimPlace`. */
export const ACCEPT_SILENTLY_COMMAND = "claimcheck.server.acceptClaim";
/** The server's command that takes marks of changed sources off; its one argument is an `AcknowledgeParams`. */
export const ACKNOWLEDGE_COMMAND = "claimcheck.server.acknowledge";
/** The server's command that shows a source at a passage; its one argument is a `Passage`. */
export const SHOW_PASSAGE_COMMAND = "claimcheck.server.showPassage";
/** The server's command that adds a source to a draft's bibliography; its one argument is a `NewReference`. */
export const ADD_REFERENCE_COMMAND = "claimcheck.server.addReference";
/** The scheme of the built-in sources, whose text `claimcheck/sourceText` and `workspace/textDocumentContent` give. */
export const SOURCE_SCHEME = "claimcheck-source";

export const Methods = {
  /** Server to client, a notification: `StatusUpdate`. Client to server, a request: null → `Status`. */
  status: "claimcheck/status",
  /** `DocumentPlace` → `Explanation`. */
  explain: "claimcheck/explain",
  /** `PositionPlace` → `ClaimExplanationResult`: what the claim there was held against, and why it is told or not. */
  explainClaim: "claimcheck/explainClaim",
  /** null → `CheckAllResult`; checks every draft of the workspace. */
  checkAll: "claimcheck/checkAll",
  /** `PositionPlace` → `EditsResult`: cites the source of the supported claim there. */
  insertCitation: "claimcheck/insertCitation",
  /** `DocumentPlace` → `EditsResult`: cites the sources of all supported claims that have no citation. */
  insertAllCitations: "claimcheck/insertAllCitations",
  /** `ConvertParams` → `EditsResult`: brings all citations of the draft into one style. */
  convertCitations: "claimcheck/convertCitations",
  /** `DocumentPlace` → `EditsResult`: corrects every claim that is surely contradicted. */
  fixAll: "claimcheck/fixAll",
  /** `IgnoreParams` → `EditsResult`. */
  ignore: "claimcheck/ignore",
  /** `ReportParams` → `ReportResult`: what was found in a draft, to hand to somebody. */
  report: "claimcheck/report",
  /** `IgnoreParams` → `AcceptResult`: writes the finding into the file of accepted ones. */
  accept: "claimcheck/accept",
  /** `ClaimPlace` → `AcceptResult`: takes an accepted finding out of the file again. */
  withdraw: "claimcheck/withdraw",
  /** `AcknowledgeParams` → null: claims whose source has changed count as checked again. */
  acknowledge: "claimcheck/acknowledge",
  /** `DocumentPlace` of a source → `FactSheetResult`: a first fact sheet of it, to edit. */
  factSheet: "claimcheck/factSheet",
  /** `DocumentPlace` of a source → `SourceTextResult`. */
  sourceText: "claimcheck/sourceText",
} as const;

/** What every answer may say. */
export interface Answer {
  /** True where Claimcheck itself broke: `problem` says what it could not do, and the log has the details. */
  readonly failed?: true;
}

export interface DocumentPlace {
  readonly uri: string;
}
export interface PositionPlace extends DocumentPlace {
  readonly position: Range["start"];
}
/** Names a claim of a draft: the fingerprint stays the same when the claim only moves. */
export interface ClaimPlace extends DocumentPlace {
  readonly fingerprint: string;
  readonly range: Range;
}
export interface IgnoreParams extends ClaimPlace {
  readonly reason: string;
}
export interface NewReference extends DocumentPlace {
  /** Of the source, as reports name it. */
  readonly source: string;
  readonly key: string;
}
export interface ConvertParams extends DocumentPlace {
  readonly style: "footnote" | "pandoc" | "link";
}
/** `fingerprints`: the claims; absent for all of the draft. */
export interface AcknowledgeParams extends DocumentPlace {
  readonly fingerprints?: readonly string[];
}
/** What `data` of a mark on claims whose source has changed carries. */
export interface StaleData {
  readonly fingerprints: readonly string[];
}
export interface AcceptResult extends Answer {
  /** Where it was written, as people call the file; null where it was not. */
  readonly file: string | null;
  /** Why not, in plain words; null otherwise. */
  readonly problem: string | null;
}
export interface Passage extends DocumentPlace {
  readonly range: Range;
}

export interface TextEditData {
  readonly range: Range;
  readonly newText: string;
}
/** Edits of another file than the draft, as it is on disk or open in the editor. */
export interface FileEdits extends DocumentPlace {
  /** True for a file that has to be made first. */
  readonly isNew: boolean;
  readonly edits: readonly TextEditData[];
}
export interface EditsResult extends Answer {
  /** Edits of the draft at `version`; empty where there is nothing to do. */
  readonly edits: readonly TextEditData[];
  readonly version: number | null;
  /** What belongs to them in other files, such as an entry of the bibliography; absent where there is nothing. */
  readonly others?: readonly FileEdits[];
  /** What was left as it is, in plain words; absent where there is nothing to tell. */
  readonly note?: string;
  /** Why there are none, in plain words; null otherwise. */
  readonly problem: string | null;
}

/** What `data` of a diagnostic carries. */
export interface DiagnosticData {
  readonly fingerprint: string;
  readonly kind: Kind;
  readonly verdict: Verdict;
  readonly confidence: number;
  readonly fixes: readonly { readonly title: string; readonly edits: readonly TextEditData[] }[];
  readonly evidence: Passage | null;
}

/** `read`: facts come from it. All other states say why not, or not in full. */
export type SourceReading =
  | "read"
  | "not-found"
  | "not-text"
  | "too-large"
  | "empty"
  | "unreadable"
  /** A scan, or a page that holds no words. */
  | "no-text"
  | "damaged"
  /** Locked with a password. */
  | "encrypted"
  /** Read, but `message` says why its text should be looked at. */
  | "doubtful"
  /** Read, but its front matter is broken, so that its date and title are not known. */
  | "broken-front-matter"
  /** Read as windows-1252, because it is not valid UTF-8. */
  | "other-encoding";

export interface SourceStatus {
  /** Where a client can open it. */
  readonly uri: string;
  /** Path in the workspace, or what the setting says. */
  readonly name: string;
  readonly title: string;
  readonly builtin: boolean;
  readonly state: SourceReading;
  /** The same for people: "holds no text". */
  readonly stateInWords: string;
  /** True where its text is not known, so that claims that rest on it are not checked. */
  readonly unread: boolean;
  /** One line that names the file and says what to do; null for `read`. */
  readonly message: string | null;
  readonly statements: number;
  /** Null while none of its sentences has been needed. */
  readonly values: number | null;
}

export interface DraftStatus {
  readonly uri: string;
  readonly version: number | null;
  readonly summary: Summary;
  /** Findings that the writer put aside, by a comment in the draft or in the file of accepted ones. */
  readonly ignored: number;
}

export interface Status {
  /** True while sources are read or a draft is checked. */
  readonly busy: boolean;
  readonly sources: readonly SourceStatus[];
  readonly drafts: readonly DraftStatus[];
}

/** A status without what has not changed since the last one: a library may be large. */
export interface StatusUpdate extends Omit<Status, "sources"> {
  readonly sources?: readonly SourceStatus[];
}

export interface Explanation extends Answer {
  readonly uri: string;
  /** False with the reason in `problem`: a source itself, too large, not open. */
  readonly checked: boolean;
  readonly problem: string | null;
  readonly sources: readonly SourceStatus[];
  readonly sentences: number;
  /** Number of claims by kind and verdict; kinds without a claim are absent. */
  readonly claims: Readonly<Partial<Record<Kind, Readonly<Partial<Record<Verdict, number>>>>>>;
  /** The kinds of claim that were looked for. */
  readonly checks: readonly Kind[];
  readonly ignored: number;
  /** The same for a reader, a few lines of plain text. */
  readonly text: string;
}

export interface ClaimExplanationResult extends Answer {
  /** A Markdown document; null with the reason in `problem`. */
  readonly text: string | null;
  readonly problem: string | null;
}

export interface CheckedDraft extends DraftStatus {
  /** Path in the workspace. */
  readonly name: string;
  /** Contradicted and disputed claims in document order. */
  readonly findings: readonly {
    readonly range: Range;
    readonly code: string;
    readonly message: string;
    readonly fingerprint: string;
  }[];
  /** Why it was not checked, or null. */
  readonly problem: string | null;
}
export interface CheckAllResult extends Answer {
  readonly drafts: readonly CheckedDraft[];
  readonly summary: Summary;
  /** Why sources could not be read, a line each: claims that rest on them were not checked. */
  readonly unread: readonly string[];
  /** Why drafts of some folders could not be found, a line each: they were not checked. */
  readonly unlisted: readonly string[];
  /** Why nothing was checked, in plain words; null otherwise. */
  readonly problem: string | null;
}

export interface ReportParams extends DocumentPlace {
  readonly format: ReportFormat;
}
export interface ReportResult extends Answer {
  /** A whole HTML page or Markdown document; null with the reason in `problem`. */
  readonly text: string | null;
  readonly problem: string | null;
}

export interface FactSheetResult extends Answer {
  /** The sheet in Markdown; null with the reason in `problem`. */
  readonly text: string | null;
  /** Where such a sheet would lie, as the uri of a file that is not there yet; null where there is no text. */
  readonly place: string | null;
  readonly problem: string | null;
}

export interface SourceTextResult {
  /** Null for an unknown source. */
  readonly text: string | null;
}
