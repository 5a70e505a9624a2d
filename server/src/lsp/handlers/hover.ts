/**
 * Hover: the fact card of the claim under the pointer, over exactly the words of the claim.
 */
import {
  type Hover,
  type HoverParams,
  type MarkupContent,
  MarkupKind,
  type Position,
} from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { SHOW_PASSAGE_COMMAND } from "../../protocol.ts";
import { asideNote, staleNote } from "../../service/aside-card.ts";
import { codeCard, factCard } from "../../service/card.ts";
import { citationAt, citationCard } from "../../service/citations/card.ts";
import { codeInDirective } from "../../service/directives.ts";
import { type FactUse, factStandingCard } from "../../service/fact-sheets/card.ts";
import { escapeMarkdown } from "../../service/footnotes.ts";
import type { Claim, Evidence, FactInReport, IgnoredClaim } from "../../service/report.ts";
import type { StaleClaim } from "../../service/staleness.ts";
import { claimsOn } from "../../service/usage.ts";
import { notesAt } from "../../sources/fact-notes.ts";
import { citationContext } from "../citations.ts";
import type { Checked } from "../drafts.ts";
import { claimAt, factAt, goneBy } from "../from-proto.ts";
import type { Session } from "../session.ts";
import { shortName } from "../source-places.ts";
import { rangeIn, toRange } from "../to-proto.ts";
import { staleIn } from "./acceptance.ts";

export function serveHover(session: Session): void {
  session.connection.onHover((params, token) =>
    session.answer("Hover", params.textDocument.uri, null, () => hover(session, params, goneBy(token))),
  );
}

async function hover(session: Session, params: HoverParams, gone: () => boolean): Promise<Hover | null> {
  const { uri } = params.textDocument;
  const wanted = session.settings.hover;
  if (wanted === "off" || !session.isChecked(uri)) return null;
  const checked = await session.drafts.check(uri, gone);
  if (!checked) return null;
  const claim = claimAt(checked.report, checked.document, params.position);
  const fact = factAt(checked, params.position);
  if (fact) return hoverOnFact(session, checked, fact, claim);
  const stale = staleAt(session, checked, params.position);
  if (stale) return hoverOnStale(session, checked, stale, claim);
  const aside = wanted === "always" ? asideAt(checked, params.position) : undefined;
  if (aside && !isOpen(claim)) return hoverOnAside(session, checked, aside);
  if (!claim)
    return (
      hoverOnCode(session, checked.document, params.position) ??
      hoverOnCitation(session, checked.document, params.position)
    );
  if (claim.verdict === "unsupported") return null;
  if (wanted === "findings" && claim.verdict === "supported") return null;
  return { contents: contentsOf(session, cardOf(session, claim)), range: toRange(claim.range) };
}

function cardOf(session: Session, claim: Claim): string {
  return factCard(claim, { link: (evidence) => linkTo(session, evidence) });
}

/** A finding that is told: it goes before what was put aside on the same words. */
function isOpen(claim: Claim | undefined): boolean {
  return claim?.verdict === "contradicted" || claim?.verdict === "disputed";
}

function staleAt(session: Session, checked: Checked, position: Position): StaleClaim | undefined {
  if (checked.report.facts) return undefined;
  const offset = checked.document.offsetAt(position);
  return staleIn(session, checked).find(({ start, end }) => start <= offset && offset <= end);
}

/** What the source no longer says, and below it what is found of the claim now. */
function hoverOnStale(
  session: Session,
  { document }: Checked,
  stale: StaleClaim,
  claim: Claim | undefined,
): Hover {
  const known = claim && claim.verdict !== "unsupported" ? [cardOf(session, claim)] : [];
  const cards = [staleNote(stale.message), ...known];
  return { contents: contentsOf(session, cards.join(RULE)), range: rangeIn(document, stale) };
}

/** The finding at a position that was accepted or ignored. */
function asideAt({ report, document }: Checked, position: Position): IgnoredClaim | undefined {
  const offset = document.offsetAt(position);
  return [...(report.ignored ?? []), ...(report.accepted ?? [])].find(
    ({ claim: { start, end } }) => start <= offset && offset <= end,
  );
}

/** Who put the finding aside and why, and below it the finding. */
function hoverOnAside(session: Session, { document }: Checked, aside: IgnoredClaim): Hover {
  const note = asideNote(aside, (range) => linkToPlace(session, document.uri, range));
  const { claim } = aside;
  const found = claim.verdict === "unsupported" ? [escapeMarkdown(claim.message)] : [cardOf(session, claim)];
  return { contents: contentsOf(session, [note, ...found].join(RULE)), range: toRange(claim.range) };
}

/** Between two parts of a card. */
const RULE = "\n\n---\n\n";

/** In a fact sheet: what the source says otherwise, else where it says so; and which open drafts use the fact. */
function hoverOnFact(
  session: Session,
  { document }: Checked,
  fact: FactInReport,
  claim: Claim | undefined,
): Hover {
  const link = (evidence: Evidence) => linkTo(session, evidence);
  const source = session.normal(document.uri);
  const uses = session.documents.all().flatMap(({ uri }) => {
    const report = session.isDraft(uri) ? session.drafts.last(uri)?.report : undefined;
    const name = shortName(session.normal(uri), session.roots);
    return (report ? claimsOn(report, { source, start: fact.start, end: fact.end }) : []).map(
      ({ range }) => ({
        place: `${name}, line ${range.start.line + 1}`,
        link: linkToPlace(session, uri, range),
      }),
    );
  });
  const notes = notesAt(session.drafts.reading(document), fact.start);
  const wrong = claim?.verdict === "contradicted" || claim?.verdict === "disputed" ? claim : undefined;
  const cards = [
    ...(wrong ? [factCard(wrong, { link })] : []),
    factStandingCard(fact, distinctPlaces(uses), notes, link),
  ];
  const range = wrong ? toRange(wrong.range) : rangeIn(document, fact);
  return { contents: contentsOf(session, cards.join(RULE)), range };
}

/** Several claims of one line are one place. */
function distinctPlaces(uses: readonly FactUse[]): FactUse[] {
  return [...new Map(uses.map((use) => [use.place, use])).values()];
}

/** On the code of an ignore directive: what that code means. */
function hoverOnCode(session: Session, document: TextDocument, position: Position): Hover | null {
  const named = codeInDirective(session.drafts.reading(document), document.offsetAt(position));
  if (!named) return null;
  const range = { start: document.positionAt(named.span.start), end: document.positionAt(named.span.end) };
  return { contents: contentsOf(session, codeCard(named.code)), range };
}

/** On a citation: the source that it means. */
async function hoverOnCitation(
  session: Session,
  document: TextDocument,
  position: Position,
): Promise<Hover | null> {
  const reading = session.drafts.reading(document);
  const found = citationAt(reading, document.offsetAt(position), await citationContext(session, document));
  if (!found) return null;
  const range = { start: document.positionAt(found.span.start), end: document.positionAt(found.span.end) };
  return { contents: contentsOf(session, citationCard(found)), range };
}

function contentsOf(session: Session, card: string): MarkupContent {
  return session.client.markdownHover
    ? { kind: MarkupKind.Markdown, value: card }
    : { kind: MarkupKind.PlainText, value: withoutMarkup(card) };
}

/** A command link where the client follows it, since that alone opens every scheme and selects the passage. */
function linkTo(session: Session, { source, range }: Evidence): string {
  return linkToPlace(session, session.openable(source), range);
}

function linkToPlace(session: Session, uri: string, range: Claim["range"]): string {
  if (session.client.commands.length === 0) return `${uri}#L${range.start.line + 1}`;
  return `command:${SHOW_PASSAGE_COMMAND}?${encodeURIComponent(JSON.stringify([{ uri, range }]))}`;
}

/** The card's few marks taken out, for clients that show plain text. */
function withoutMarkup(card: string): string {
  return card
    .replace(/ +$/gm, "")
    .replace(/\[([^\]\n]{1,40})\]\((?:<[^>\n]*>|[^()\s]*)\)/g, "$1")
    .replace(/\\([\\`*_[\]<>~&])|\*{1,2}/g, (_, escaped: string | undefined) => escaped ?? "");
}
