/**
 * Hover: the fact card of the claim under the pointer, over exactly the words of the claim.
 */
import { type Hover, type HoverParams, MarkupKind } from "vscode-languageserver/node";
import { SHOW_PASSAGE_COMMAND } from "../../protocol.ts";
import { factCard } from "../../service/card.ts";
import type { Evidence } from "../../service/report.ts";
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
  const claim = checked && claimAt(checked.report, checked.document, params.position);
  if (!claim || claim.verdict === "unsupported") return null;
  if (wanted === "findings" && claim.verdict === "supported") return null;
  const card = factCard(claim, {
    link: (evidence) => linkTo(session, evidence),
  });
  const contents = session.client.markdownHover
    ? { kind: MarkupKind.Markdown, value: card }
    : { kind: MarkupKind.PlainText, value: withoutMarkup(card) };
  return { contents, range: toRange(claim.range) };
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
    .replace(/\[([^\]\n]{1,40})\]\(<[^>\n]*>\)/g, "$1")
    .replace(/\\([\\`*_[\]<>~&])|\*{1,2}/g, (_, escaped: string | undefined) => escaped ?? "");
}
