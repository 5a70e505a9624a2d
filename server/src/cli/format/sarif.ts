/**
 * Prints findings as SARIF 2.1.0, which code hosts and editors take in. Knows that format; nothing of how claims
 * are decided.
 */
import { CODE_LIST, codePage } from "../../service/codes.ts";
import { cellInWords, shownText } from "../../service/evidence-words.ts";
import { writtenPage } from "../../service/footnotes.ts";
import { firstPassages, sideInWords } from "../../service/messages.ts";
import type { Claim, Edit, Evidence, Fix, Note } from "../../service/report.ts";
import { LineTable } from "../../text/lines.ts";
import {
  type CheckedDraft,
  type CheckResult,
  severityIn,
  shownClaims,
  shownNotes,
  type View,
} from "../result.ts";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const HOME = "https://github.com/claimcheck/claimcheck";
const ROOT = "SRCROOT";

/** One run with all drafts. */
export function printSarif(result: CheckResult, view: View): string {
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: driver(result.version) },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [ROOT]: { description: { text: "The folder that Claimcheck ran in." } } },
        artifacts: result.drafts.map(({ report }) => ({
          location: artifact(report.path),
          sourceLanguage: "markdown",
        })),
        invocations: [invocation(result)],
        results: result.drafts.flatMap((draft, index) => [
          ...shownNotes(draft.report, view).map((note) => noteResult(draft, note, index)),
          ...shownClaims(draft, view).map((claim) => claimResult(draft, claim, index)),
        ]),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Sources that could not be read are no results: they belong to the run. */
function invocation({ complete, unread }: CheckResult) {
  const told = unread.map(({ path, message }) => ({
    level: "warning",
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
  }));
  return {
    executionSuccessful: complete,
    ...(told.length > 0 ? { toolExecutionNotifications: told } : {}),
  };
}

function driver(version: string) {
  return {
    name: "Claimcheck",
    version,
    semanticVersion: version,
    informationUri: HOME,
    rules: [...CODE_LIST.map(rule), SUPPORTED],
  };
}

/** What a supported claim with a citation goes under, which has no code of its own. */
const SUPPORTED = {
  id: "supported",
  name: "Supported",
  shortDescription: { text: "A source supports this." },
  helpUri: HOME,
  defaultConfiguration: { level: "none" },
};

function rule({ code, title, meaning, silent, todo }: (typeof CODE_LIST)[number]) {
  return {
    id: code,
    name: code.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: `${title}.` },
    fullDescription: { text: meaning },
    help: { text: `${meaning}\n\nLeft alone: ${silent}\n\nWhat to do: ${todo}` },
    helpUri: codePage(code),
    defaultConfiguration: { level: /mismatch|^mis/.test(code) ? "warning" : "note" },
  };
}

const RULE_INDEX: ReadonlyMap<string, number> = new Map(
  [...CODE_LIST.map(({ code }) => code as string), SUPPORTED.id].map((code, index) => [code, index]),
);

function claimResult(draft: CheckedDraft, claim: Claim, index: number) {
  const { evidence, fixes, verdict, confidence, code } = claim;
  const id = code ?? SUPPORTED.id;
  const related = evidence.map((item, at) => relatedLocation(item, at + 1));
  return {
    ruleId: id,
    ruleIndex: RULE_INDEX.get(id),
    ...(verdict === "supported" && code !== "cited-source-disagrees"
      ? { kind: "pass", level: "none" }
      : { level: levelOf(draft, claim) }),
    message: { text: withPassage(claim) },
    locations: [location(draft, claim, index)],
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    partialFingerprints: { "claim/v1": claim.fingerprint },
    rank: Math.round(confidence * 1000) / 10,
    ...(fixes.length > 0 && verdict === "contradicted"
      ? { fixes: fixes.map((fix) => sarifFix(draft, fix, index)) }
      : {}),
    properties: {
      kind: claim.kind,
      verdict,
      actual: claim.actual,
      expected: claim.expected,
      arithmetic: claim.arithmetic,
    },
  };
}

function noteResult(draft: CheckedDraft, note: Note, index: number) {
  return {
    ruleId: note.code,
    ruleIndex: RULE_INDEX.get(note.code),
    level: "note",
    message: { text: note.message },
    locations: [location(draft, note, index)],
  };
}

function levelOf(draft: CheckedDraft, claim: Claim): "error" | "warning" | "note" {
  const { verdict, confidence } = claim;
  const said = severityIn(draft, claim);
  if (said !== undefined) return said === "error" || said === "warning" ? said : "note";
  return verdict === "contradicted" && confidence >= 0.9 ? "warning" : "note";
}

function withPassage(claim: Claim): string {
  const passages = firstPassages(claim).map((one) => {
    const side = sideInWords(one);
    const cell = cellInWords(one);
    const place = cell === "" ? "" : ` (${cell})`;
    return `${side === "" ? "Source" : `Source (${side})`}: “${shownText(one)}”${place}`;
  });
  return [claim.message, ...passages].join(" ");
}

function location({ report, text }: CheckedDraft, { start, end, range }: Claim | Note, index: number) {
  return {
    physicalLocation: {
      artifactLocation: { ...artifact(report.path), index },
      region: { ...region(start, end, range), snippet: { text: text.slice(start, end) } },
    },
  };
}

function relatedLocation(evidence: Evidence, id: number) {
  const { source, title, published, text, start, end, range } = evidence;
  const page = writtenPage(evidence);
  return {
    id,
    message: {
      text: [
        title || source,
        ...(published === null ? [] : [published]),
        ...(page === "" ? [] : [page]),
        ...(evidence.side === undefined ? [] : [sideInWords(evidence)]),
      ].join(", "),
    },
    physicalLocation: {
      artifactLocation: artifact(source),
      region: { ...region(start, end, range), snippet: { text } },
    },
  };
}

function sarifFix(draft: CheckedDraft, { title, edits }: Fix, index: number) {
  const lines = new LineTable(draft.text);
  const deleted = ({ start, end }: Edit) =>
    region(start, end, { start: lines.placeAt(start), end: lines.placeAt(end) });
  return {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: { ...artifact(draft.report.path), index },
        replacements: edits.map((edit) => ({
          deletedRegion: deleted(edit),
          insertedContent: { text: edit.newText },
        })),
      },
    ],
  };
}

function region(start: number, end: number, range: Claim["range"]) {
  return {
    startLine: range.start.line + 1,
    startColumn: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    charOffset: start,
    charLength: end - start,
  };
}

/** A path as a uri: absolute ones and those of built-in sources whole, others below the current folder. */
function artifact(path: string): { uri: string; uriBaseId?: string } {
  if (/^[a-z][a-z+.-]+:/i.test(path)) return { uri: path };
  const slashed = path.replaceAll("\\", "/");
  const uri = slashed.split("/").map(encodeURIComponent).join("/");
  if (/^[a-z]:\//i.test(slashed)) return { uri: `file:///${uri.replace("%3A", ":")}` };
  return slashed.startsWith("/") ? { uri: `file://${uri}` } : { uri, uriBaseId: ROOT };
}
