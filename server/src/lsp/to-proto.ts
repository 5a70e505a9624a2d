/**
 * From reports to the protocol's types: diagnostics, edits, places. With `from-proto.ts` the only converter.
 */
import {
  type Diagnostic,
  DiagnosticSeverity,
  type Location,
  type Range,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { DiagnosticData, TextEditData } from "../protocol.ts";
import { codePage } from "../service/codes.ts";
import { cellInWords, shownPassage } from "../service/evidence-words.ts";
import { innerQuotes, writtenPage } from "../service/footnotes.ts";
import { firstPassages, sideInWords } from "../service/messages.ts";
import type { Claim, Edit, Evidence, Note } from "../service/report.ts";
import { type Severity, severityKey } from "../service/severity.ts";
import type { Settings } from "./settings.ts";

export const SOURCE_NAME = "claimcheck";

const SEVERITIES: Readonly<Record<Exclude<Severity, "off">, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export interface DiagnosticOptions {
  readonly settings: Settings;
  readonly relatedInformation: boolean;
  /** The uri under which a client opens a source. */
  openable(source: string): string;
}

/** The diagnostic of a claim, or null where the settings or its verdict ask for none. */
export function claimDiagnostic(
  claim: Claim,
  document: TextDocument,
  options: DiagnosticOptions,
): Diagnostic | null {
  const severity = severityOf(claim, options.settings);
  if (claim.code === null || severity === "off") return null;
  const [evidence] = claim.evidence;
  const data: DiagnosticData = {
    fingerprint: claim.fingerprint,
    kind: claim.kind,
    verdict: claim.verdict,
    confidence: claim.confidence,
    fixes: claim.fixes.map((fix) => ({ title: fix.title, edits: textEdits(fix.edits, document) })),
    evidence: evidence ? { uri: options.openable(evidence.source), range: evidence.range } : null,
  };
  // Hints are many and no list shows them; their passages are on the card.
  const related =
    options.relatedInformation && severity !== "hint"
      ? [...new Set([...firstPassages(claim), ...claim.evidence])]
          .slice(0, 3)
          .map((item) => ({ location: locationOf(item, options), message: relatedMessage(item) }))
      : [];
  return {
    range: toRange(claim.range),
    severity: SEVERITIES[severity],
    code: claim.code,
    codeDescription: { href: codePage(claim.code) },
    source: SOURCE_NAME,
    message: claim.message,
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    data,
  };
}

/**
 * Notes on the draft as a whole: what was not checked is worth a line in the list, an unused directive a hint. A fact that
 * is not in its source is as grave as a claim that a source contradicts.
 */
export function noteDiagnostic(note: Note): Diagnostic {
  const isMinor = note.code === "unused-ignore" || note.code === "ignore-without-reason";
  const isGrave = note.code === "fact-not-in-source";
  return {
    range: toRange(note.range),
    severity: isMinor
      ? DiagnosticSeverity.Hint
      : isGrave
        ? DiagnosticSeverity.Warning
        : DiagnosticSeverity.Information,
    code: note.code,
    codeDescription: { href: codePage(note.code) },
    source: SOURCE_NAME,
    message: note.message,
  };
}

/** Edits in the document's lines and characters. Their offsets must be those of this version of it. */
export function textEdits(edits: readonly Edit[], document: TextDocument): TextEditData[] {
  return edits.map((edit) => ({
    range: { start: document.positionAt(edit.start), end: document.positionAt(edit.end) },
    newText: edit.newText,
  }));
}

/** One undo step of a document; with its version where the client honours that. */
export function workspaceEdit(
  edits: readonly Edit[],
  document: TextDocument,
  versioned: boolean,
): WorkspaceEdit {
  const converted = textEdits(edits, document);
  const { uri, version } = document;
  return versioned
    ? { documentChanges: [{ textDocument: { uri, version }, edits: converted }] }
    : { changes: { [uri]: converted } };
}

/** Where a passage can be opened. */
export function locationOf(evidence: Evidence, options: Pick<DiagnosticOptions, "openable">): Location {
  return { uri: options.openable(evidence.source), range: toRange(evidence.range) };
}

/** The range of a stretch of a document's text. */
export function rangeIn(
  document: TextDocument,
  span: { readonly start: number; readonly end: number },
): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** A range of a report as the protocol's: both count lines and UTF-16 characters from 0. */
export function toRange(range: Claim["range"]): Range {
  return { start: { ...range.start }, end: { ...range.end } };
}

function severityOf(claim: Claim, { severity, showUncited, showUnsupported }: Settings): Severity {
  const key = severityKey(claim);
  if (key === null || (key === "unsupported" && !showUnsupported) || (key === "uncited" && !showUncited))
    return "off";
  return severity[key];
}

function relatedMessage(evidence: Evidence): string {
  const notes = [cellInWords(evidence), writtenPage(evidence), sideInWords(evidence)]
    .filter(Boolean)
    .join(", ");
  return notes === ""
    ? relatedPassage(evidence, RELATED)
    : `${relatedPassage(evidence, Math.max(RELATED - notes.length, RELATED / 3))} (${notes})`;
}

/** The passage, or so many characters of it around the words that decide. */
function relatedPassage(evidence: Evidence, most: number): string {
  const { text, focus } = shownPassage(evidence);
  const flat = innerQuotes(text.replace(/\s+/g, " "));
  if (flat.length <= most) return `“${flat}”`;
  const middle = Math.max(0, (focus[0]?.start ?? 0) - most / 2);
  const from = middle === 0 ? 0 : flat.indexOf(" ", middle) + 1;
  const to = flat.lastIndexOf(" ", from + most);
  return `“${from > 0 ? "… " : ""}${flat.slice(from, to > from ? to : from + most)}${to < flat.length ? " …" : ""}”`;
}
/** Most characters of the passage in a diagnostic's related line, so that it is one line above the card, which shows the whole. */
const RELATED = 56;
