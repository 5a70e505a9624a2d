/**
 * Find references: from a fact or any sentence of a source to the claims of drafts that rest on it, and from a claim to
 * the others that rest on the same passage. Drafts that are not open are checked once and kept while nothing changes.
 */
import type { Location, ReferenceParams } from "vscode-languageserver/node";
import { blockAt, sentenceAt } from "../../service/places.ts";
import type { DraftReport } from "../../service/report.ts";
import { claimsOn, type SourceSpan } from "../../service/usage.ts";
import { claimAt, goneBy } from "../from-proto.ts";
import type { Session } from "../session.ts";
import { locationOf, toRange } from "../to-proto.ts";
import { checkFile, listDrafts } from "./check-all.ts";

export function serveReferences(session: Session): void {
  const closed = new ClosedDrafts(session);
  session.connection.onReferences((params, token) =>
    session.answer("References", params.textDocument.uri, [], () =>
      references(session, closed, params, goneBy(token)),
    ),
  );
}

/** The stretches of sources that are asked for, and where they are told from. */
interface Asked {
  readonly spans: readonly SourceSpan[];
  readonly declarations: readonly Location[];
}

async function references(
  session: Session,
  closed: ClosedDrafts,
  params: ReferenceParams,
  gone: () => boolean,
): Promise<Location[]> {
  const asked = await askedFor(session, params, gone);
  if (asked.spans.length === 0) return [];
  const found = params.context.includeDeclaration ? [...asked.declarations] : [];
  for (const { uri, stamp } of (await listDrafts(session)).drafts) {
    if (gone()) break;
    const report =
      stamp === null
        ? (await session.drafts.check(uri, gone))?.report
        : await closed.report(uri, stamp, gone);
    const claims = new Set(report ? asked.spans.flatMap((span) => claimsOn(report, span)) : []);
    for (const { range } of claims) found.push({ uri, range: toRange(range) });
  }
  return found;
}

async function askedFor(session: Session, params: ReferenceParams, gone: () => boolean): Promise<Asked> {
  const { uri } = params.textDocument;
  if (session.isDraft(uri)) {
    const checked = await session.drafts.check(uri, gone);
    const claim = checked && claimAt(checked.report, checked.document, params.position);
    const evidence = claim?.evidence ?? [];
    return { spans: evidence, declarations: evidence.map((one) => locationOf(one, session)) };
  }
  const document = session.documents.get(uri);
  const source = session.normal(uri);
  if (!document || !session.library.has(source)) return { spans: [], declarations: [] };
  const offset = document.offsetAt(params.position);
  const block = blockAt(session.drafts.reading(document), offset);
  if (!block || block.kind === "heading") return { spans: [], declarations: [] };
  const { start, end } = sentenceAt(block, offset);
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  return { spans: [{ source, start, end }], declarations: [{ uri, range }] };
}

/** Reports on drafts that are not open. */
class ClosedDrafts {
  readonly #session: Session;
  readonly #kept = new Map<string, { stamp: string; report: DraftReport }>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Undefined where the draft could not be checked, which the log tells. */
  async report(uri: string, ofFile: string, gone: () => boolean): Promise<DraftReport | undefined> {
    const session = this.#session;
    const stamp = `${ofFile} ${session.library.generation}`;
    const known = this.#kept.get(uri);
    if (known?.stamp === stamp) return known.report;
    const report = await session.guard("Checking", uri, "", () => checkFile(session, uri, gone));
    if (typeof report === "string") return undefined;
    this.#kept.set(uri, { stamp, report });
    return report;
  }
}
