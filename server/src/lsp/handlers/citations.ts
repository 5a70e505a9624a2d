/**
 * Requests of the citation commands: cite one claim, cite all, convert all. Their types stand in `protocol.ts`.
 */
import type { CancellationToken } from "vscode-languageserver/node";
import {
  type ConvertParams,
  type DocumentPlace,
  type EditsResult,
  Methods,
  type PositionPlace,
} from "../../protocol.ts";
import { type Conversion, convertCitations } from "../../service/citations/convert.ts";
import {
  type Insertion,
  insertCitations,
  uncitedClaims,
  type Wanted,
} from "../../service/citations/insert.ts";
import type { CitationChange, CitationContext, CitationStyle } from "../../service/citations/types.ts";
import { failed } from "../../service/failures.ts";
import { counted } from "../../service/messages.ts";
import type { Claim } from "../../service/report.ts";
import { bibliographyEdits, citationContext, styleOf } from "../citations.ts";
import type { Checked } from "../drafts.ts";
import { claimsIn, goneBy } from "../from-proto.ts";
import type { Session } from "../session.ts";
import { textEdits } from "../to-proto.ts";

/** What changes, or why nothing does. */
type Answer = (CitationChange & { readonly note?: string }) | string;

export function serveCitations(session: Session): void {
  const { connection } = session;
  connection.onRequest(Methods.insertCitation, (params: PositionPlace, token: CancellationToken) =>
    edits(session, params, token, (checked, context) => insertOne(session, checked, context, params)),
  );
  connection.onRequest(Methods.insertAllCitations, (params: DocumentPlace, token: CancellationToken) =>
    edits(session, params, token, (checked, context) => insertAll(session, checked, context)),
  );
  connection.onRequest(Methods.convertCitations, (params: ConvertParams, token: CancellationToken) =>
    edits(session, params, token, (checked, context) => convert(session, checked, context, params.style)),
  );
}

async function edits(
  session: Session,
  { uri }: DocumentPlace,
  token: CancellationToken,
  answer: (checked: Checked, context: CitationContext) => Answer,
): Promise<EditsResult> {
  const none = (problem: string): EditsResult => ({ edits: [], version: null, problem });
  const broken: EditsResult = { ...none(failed("change the citations of this draft")), failed: true };
  return session.answer("A citation", uri, broken, async () => {
    const checked = session.isDraft(uri) ? await session.drafts.check(uri, goneBy(token)) : null;
    if (!checked) return none("This document is not a draft that is open.");
    const { document } = checked;
    const context = await citationContext(session, document);
    const change = answer(checked, context);
    if (typeof change === "string") return none(change);
    const others = bibliographyEdits(change.bibliography, context);
    return {
      edits: textEdits(change.edits, document),
      version: document.version,
      problem: null,
      ...(others.length > 0 ? { others } : {}),
      ...(change.note === undefined ? {} : { note: change.note }),
    };
  });
}

function insertOne(
  session: Session,
  { report, document }: Checked,
  context: CitationContext,
  { position }: PositionPlace,
): Answer {
  const here = claimsIn(report, document, { start: position, end: position });
  const claim = here.find(({ verdict, evidence }) => verdict === "supported" && evidence.length > 0);
  if (!claim) return whyNot(here);
  return inserted(
    session,
    document,
    [{ claim, evidence: claim.evidence[0]! }],
    context,
    "This claim is cited already.",
  );
}

/** Why none of the claims at the cursor is cited by the command, and what to do. */
function whyNot(here: readonly Claim[]): string {
  if (here.some(({ verdict }) => verdict === "disputed"))
    return "The sources disagree here: choose which to cite with Ctrl+. (Cmd+.).";
  if (here.some(({ verdict }) => verdict === "contradicted"))
    return "The source says otherwise here: correct the draft first.";
  return "Put the cursor on words that a source supports.";
}

function insertAll(session: Session, { report, document }: Checked, context: CitationContext): Answer {
  const wanted = uncitedClaims(report.claims);
  const otherwise = "Every supported claim of this draft has a citation.";
  const answer = inserted(session, document, wanted, context, otherwise);
  if (typeof answer === "string") return answer;
  return { ...answer, note: insertionInWords(answer, styleOf(session, document)) };
}

function insertionInWords({ inserted, cited, already, barred }: Insertion, style: CitationStyle): string {
  const first = `Inserted ${counted(inserted, "citation")} for ${counted(cited, "claim")}.`;
  const left = [
    ...(already > 0 ? [`${counted(already, "claim")} left: the sentence cites the source already.`] : []),
    ...(barred > 0 ? [`${counted(barred, "claim")} left: ${lowered(BARRED[style])}`] : []),
  ];
  return [first, ...left].join(" ");
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function inserted(
  session: Session,
  document: Checked["document"],
  wanted: readonly Wanted[],
  context: CitationContext,
  otherwise: string,
): Insertion | string {
  const style = styleOf(session, document);
  const change = insertCitations(session.drafts.reading(document), wanted, style, context);
  if (change.edits.length > 0) return change;
  return wanted.length > 0 && isBarred(style, context) ? BARRED[style] : otherwise;
}

/** Why a source cannot be cited in a style. */
const BARRED: Readonly<Record<CitationStyle, string>> = {
  footnote: "",
  pandoc:
    "There is no bibliography to cite from: name one as “bibliography:” in the front matter or in claimcheck.yaml.",
  link: "The source has no address and lies in no folder that a link could lead to.",
};

function isBarred(style: CitationStyle, { bibliographies, newBibliography }: CitationContext): boolean {
  return style === "pandoc" && bibliographies.length === 0 && newBibliography === null;
}

function convert(
  session: Session,
  { report, document }: Checked,
  context: CitationContext,
  style: CitationStyle,
): Answer {
  const change = convertCitations(session.drafts.reading(document), style, context, report.claims);
  if (change.edits.length > 0)
    return {
      ...change,
      note: [`Converted ${counted(change.converted, "citation")}.`, ...keptInWords(change)].join(" "),
    };
  if (isBarred(style, context)) return BARRED[style];
  return change.kept > 0
    ? keptInWords(change).join(" ")
    : "There is no citation here to convert into that style.";
}

/** How many citations stay, and why. */
function keptInWords({ kept, barred }: Conversion): string[] {
  const stay = (count: number) =>
    count === 1 ? "1 citation stays as it is: it" : `${count} citations stay as they are: they`;
  const unclear = kept - barred;
  const says = unclear === 1 ? "says" : "say";
  return [
    ...(unclear > 0
      ? [`${stay(unclear)} ${says} more than a source, or what no source or bibliography has.`]
      : []),
    ...(barred > 0 ? [`${stay(barred)} cannot be written in this style at that place.`] : []),
  ];
}
