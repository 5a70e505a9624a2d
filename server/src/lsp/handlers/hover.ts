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
import { codeCard, factCard } from "../../service/card.ts";
import { citationAt, citationCard } from "../../service/citations/card.ts";
import { codeInDirective } from "../../service/directives.ts";
import type { Evidence } from "../../service/report.ts";
import { citationContext } from "../citations.ts";
import { claimAt, goneBy } from "../from-proto.ts";
import type { Session } from "../session.ts";
import { toRange } from "../to-proto.ts";

export function serveHover(session: Session): void {
  session.connection.onHover((params, token) =>
    session.answer("Hover", params.textDocument.uri, null, () => hover(session, params, goneBy(token))),
  );
}

async function hover(session: Session, params: HoverParams, gone: () => boolean): Promise<Hover | null> {
  const { uri } = params.textDocument;
  const wanted = session.settings.hover;
  if (wanted === "off" || !session.isDraft(uri)) return null;
  const checked = await session.drafts.check(uri, gone);
  if (!checked) return null;
  const claim = claimAt(checked.report, checked.document, params.position);
  if (!claim)
    return (
      hoverOnCode(session, checked.document, params.position) ??
      hoverOnCitation(session, checked.document, params.position)
    );
  if (claim.verdict === "unsupported") return null;
  if (wanted === "findings" && claim.verdict === "supported") return null;
  const card = factCard(claim, {
    link: (evidence) => linkTo(session, evidence),
  });
  return { contents: contentsOf(session, card), range: toRange(claim.range) };
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
  const uri = session.openable(source);
  if (session.client.commands.length === 0) return `${uri}#L${range.start.line + 1}`;
  return `command:${SHOW_PASSAGE_COMMAND}?${encodeURIComponent(JSON.stringify([{ uri, range }]))}`;
}

/** The card's few marks taken out, for clients that show plain text. */
function withoutMarkup(card: string): string {
  return card
    .replace(/\[([^\]\n]{1,40})\]\((?:<[^>\n]*>|[^()\s]*)\)/g, "$1")
    .replace(/\\([\\`*_[\]<>~&])|\*{1,2}/g, (_, escaped: string | undefined) => escaped ?? "");
}
