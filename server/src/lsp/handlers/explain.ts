/**
 * "Why is nothing flagged here?" and the check of every draft of the workspace.
 */

import type { CancellationToken } from "vscode-languageserver/node";
import {
  type CheckAllResult,
  type CheckedDraft,
  type DocumentPlace,
  type Explanation,
  Methods,
} from "../../protocol.ts";
import { CONFIG_FILE } from "../../service/config/types.ts";
import { explanationText, KINDS } from "../../service/explanation.ts";
import type { DraftReport, Kind, Summary, Verdict } from "../../service/report.ts";
import { decodeBytes } from "../../text/encoding.ts";
import { hiddenIn, isLarger, summaryOf } from "../drafts.ts";
import { namedBy } from "../followed-drafts.ts";
import { goneBy } from "../from-proto.ts";
import type { Session } from "../session.ts";
import { normalUri, shortName } from "../source-places.ts";
import { toRange } from "../to-proto.ts";

export function serveExplanations(session: Session): void {
  session.connection.onRequest(Methods.explain, (params: DocumentPlace, token: CancellationToken) =>
    session.answer("Explaining", params.uri, null, () => explain(session, params.uri, goneBy(token))),
  );
  // A request without parameters comes with its token alone.
  session.connection.onRequest(
    Methods.checkAll,
    (first: CancellationToken | null, second?: CancellationToken) =>
      session.answer("Checking all drafts", "", null, () => checkAll(session, goneBy(second ?? first!))),
  );
}

async function explain(session: Session, uri: string, gone: () => boolean): Promise<Explanation> {
  const problem = draftProblem(session, uri);
  const checked =
    problem === null
      ? await session.guard("Checking", uri, null, () => session.drafts.check(uri, gone))
      : null;
  const report = checked?.report ?? { path: uri, claims: [], notes: [] };
  const notChecked = report.notes.find((note) => note.code === "not-checked");
  const blocks = checked && !notChecked ? session.drafts.reading(checked.document).blocks : [];
  const facts = {
    uri,
    checked: checked !== null && !notChecked,
    problem:
      problem ??
      notChecked?.message ??
      (checked ? null : "The check failed or was cancelled: the log tells why."),
    sources: session.library.statuses(),
    sentences: blocks.reduce((sum, block) => sum + block.sentences.length, 0),
    claims: countClaims(report),
    checks: KINDS,
    ignored: hiddenIn(report),
  };
  return { ...facts, text: explanationText(facts, session.settings) };
}

/** Why a document is not checked as a draft, in a sentence, or null. */
export function draftProblem(session: Session, uri: string): string | null {
  if (session.isSource(uri)) return "This file is one of the sources, so it is not checked as a draft.";
  if (!session.isDraft(uri)) return `${CONFIG_FILE} leaves this file out (drafts, exclude).`;
  if (!session.documents.get(uri)) return "This file is not open as Markdown.";
  return null;
}

function countClaims(report: DraftReport): Explanation["claims"] {
  const counts: Partial<Record<Kind, Partial<Record<Verdict, number>>>> = {};
  for (const { kind, verdict } of report.claims) {
    const ofKind = counts[kind] ?? {};
    counts[kind] = { ...ofKind, [verdict]: (ofKind[verdict] ?? 0) + 1 };
  }
  return counts;
}

/** A draft of the workspace; `stamp` changes with its file, and is null for one that is open. */
export interface ListedDraft {
  readonly uri: string;
  readonly stamp: string | null;
}

const DRAFTS = ["**/*.{md,markdown}"];

/** All drafts of the workspace and those that are open, in the order of their uris. */
export async function listDrafts(session: Session): Promise<ListedDraft[]> {
  await session.library.ready;
  const found = new Map<string, ListedDraft>();
  for (const root of session.roots) {
    for (const { uri, stamp } of await session.host.listFiles(root, DRAFTS, { within: session.roots })) {
      if (!session.isSource(uri) && session.isDraft(uri)) found.set(uri, { uri, stamp });
    }
  }
  for (const { uri } of session.documents.all())
    if (session.isDraft(uri)) found.set(normalUri(uri), { uri, stamp: null });
  return [...found.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

async function checkAll(session: Session, gone: () => boolean): Promise<CheckAllResult> {
  const drafts: CheckedDraft[] = [];
  for (const { uri } of await listDrafts(session)) {
    if (gone()) break;
    drafts.push(await checkOne(session, uri, gone));
  }
  return { drafts, summary: total(drafts), unread: session.library.unread() };
}

async function checkOne(session: Session, uri: string, gone: () => boolean): Promise<CheckedDraft> {
  const name = shortName(normalUri(uri), session.roots);
  const empty: DraftReport = { path: uri, claims: [], notes: [] };
  const outcome = await session.guard<DraftReport | string>(
    "Checking",
    uri,
    "The check failed: the log tells why.",
    () => (session.documents.get(uri) ? checkOpen(session, uri, gone) : checkFile(session, uri, gone)),
  );
  const report = typeof outcome === "string" ? empty : outcome;
  const notChecked = report.notes.find((note) => note.code === "not-checked");
  return {
    uri,
    name,
    version: session.documents.get(uri)?.version ?? null,
    summary: summaryOf(report),
    ignored: hiddenIn(report),
    findings: report.claims
      .filter((claim) => claim.verdict === "contradicted" || claim.verdict === "disputed")
      .map(({ range, code, message, fingerprint }) => ({
        range: toRange(range),
        code: code ?? "",
        message,
        fingerprint,
      })),
    problem: typeof outcome === "string" ? outcome : (notChecked?.message ?? null),
  };
}

async function checkOpen(session: Session, uri: string, gone: () => boolean): Promise<DraftReport | string> {
  const checked = await session.drafts.check(uri, gone);
  return checked?.report ?? "The check was cancelled.";
}

/** The report on a draft that is not open, or why there is none. */
export async function checkFile(
  session: Session,
  uri: string,
  gone: () => boolean,
): Promise<DraftReport | string> {
  const { maxFileSize } = session.settings;
  const bytes = await session.host.readFile(uri).catch(() => null);
  if (!bytes) return "This file cannot be read: it may have been removed meanwhile.";
  const decoded = decodeBytes(bytes);
  if (!decoded) return "This is not a text file.";
  if (isLarger(decoded.text, maxFileSize * 1_000_000)) return `This draft is larger than ${maxFileSize} MB.`;
  const named = await namedBy(uri, session.readDraft(decoded.text), session.bibliographies);
  await session.library.follow(session.normal(uri), named);
  const checking = session.checker.checkInSlices(session.draftInput(uri, decoded.text), gone);
  const report = await session.accepted.applied(uri, checking);
  session.checker.forget(uri);
  session.library.unfollow(session.normal(uri));
  return report ?? "The check was cancelled.";
}

function total(drafts: readonly CheckedDraft[]): Summary {
  const sum = { supported: 0, contradicted: 0, unsupported: 0, disputed: 0 };
  for (const { summary } of drafts) {
    for (const verdict of Object.keys(sum) as (keyof Summary)[]) sum[verdict] += summary[verdict];
  }
  return sum;
}
