/**
 * From the protocol's places to claims of a report, and from what any client may send to what we asked for. With
 * `to-proto.ts` the only converter.
 */
import {
  type CancellationToken,
  ErrorCodes,
  type Position,
  Range,
  ResponseError,
} from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { AcknowledgeParams, ClaimPlace, IgnoreParams, NewReference, Passage } from "../protocol.ts";
import type { Claim, DraftReport, FactInReport } from "../service/report.ts";
import type { Checked, Gone } from "./drafts.ts";

/** Whether the client has cancelled the request meanwhile. */
export function goneBy(token: CancellationToken): Gone {
  return () => token.isCancellationRequested;
}

/** The claims that touch a range, the findings before the supported ones, then the tightest first. */
export function claimsIn(report: DraftReport, document: TextDocument, range: Range): Claim[] {
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  return report.claims
    .filter((claim) => claim.start <= end && claim.end >= start)
    .sort((a, b) => rank(a) - rank(b) || a.end - a.start - (b.end - b.start));
}

/** The claim to speak of at a position, or undefined. */
export function claimAt(report: DraftReport, document: TextDocument, position: Position): Claim | undefined {
  return claimsIn(report, document, { start: position, end: position })[0];
}

/** The fact of a fact sheet at a position, or undefined. */
export function factAt({ report, document }: Checked, position: Position): FactInReport | undefined {
  const offset = document.offsetAt(position);
  return report.facts?.find(({ start, end }) => start <= offset && offset <= end);
}

function rank(claim: Claim): number {
  return { contradicted: 0, disputed: 1, supported: 2, unsupported: 3 }[claim.verdict];
}

/** The place of a claim; throws `InvalidParams` for anything else, as all of these do. */
export function asClaimPlace(given: unknown): ClaimPlace {
  return shaped<ClaimPlace>(given, "the place of a claim", CLAIM_PLACE);
}

/** A claim and why it is to be ignored. */
export function asIgnoreParams(given: unknown): IgnoreParams {
  return shaped<IgnoreParams>(given, "the place of a claim and a reason", { ...CLAIM_PLACE, reason: isText });
}

/** A draft, and of which of its claims the marks are to go: of all where none are named. */
export function asAcknowledgeParams(given: unknown): AcknowledgeParams {
  const isList = (value: unknown) => value === undefined || (Array.isArray(value) && value.every(isText));
  return shaped<AcknowledgeParams>(given, "a draft", { uri: isText, fingerprints: isList });
}

/** A range of a document. */
export function asPassage(given: unknown): Passage {
  return shaped<Passage>(given, "a passage", { uri: isText, range: isRange });
}

/** A source that a bibliography is to have, and under which key. */
export function asNewReference(given: unknown): NewReference {
  return shaped<NewReference>(given, "a source and its key", { uri: isText, source: isText, key: isText });
}

type Fields = Readonly<Record<string, (value: unknown) => boolean>>;

const isText = (value: unknown): boolean => typeof value === "string";
const isRange = (value: unknown): boolean => Range.is(value);
const CLAIM_PLACE: Fields = { uri: isText, fingerprint: isText, range: isRange };

/** A client may send anything: a wrong request is answered as one, and is no crash of ours. */
function shaped<T>(given: unknown, what: string, fields: Fields): T {
  const values = (given ?? {}) as Readonly<Record<string, unknown>>;
  const wrong = Object.keys(fields).find((name) => !fields[name]?.(values[name]));
  if (wrong === undefined) return given as T;
  throw new ResponseError(ErrorCodes.InvalidParams, `This needs ${what}: “${wrong}” is missing or wrong.`);
}
