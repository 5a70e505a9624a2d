/**
 * The check of every draft of the workspace: which files those are, and what is found in each, open or not.
 */
import type { CancellationToken } from "vscode-languageserver/node";
import { type CheckAllResult, type CheckedDraft, Methods } from "../../protocol.ts";
import { causeOf, failed, NOT_CHECKED, OVERTAKEN } from "../../service/failures.ts";
import type { DraftReport, Summary } from "../../service/report.ts";
import { summaryOf } from "../../service/summary.ts";
import { decodeBytes } from "../../text/encoding.ts";
import { hiddenIn, isLarger } from "../drafts.ts";
import { namedBy } from "../followed-drafts.ts";
import { goneBy } from "../from-proto.ts";
import type { Session } from "../session.ts";
import { normalUri, shortName } from "../source-places.ts";
import { toRange } from "../to-proto.ts";

const FAILED: CheckAllResult = {
  drafts: [],
  summary: total([]),
  unread: [],
  unlisted: [],
  problem: failed("check all drafts"),
  failed: true,
};

/** Serves `claimcheck/checkAll`. */
export function serveCheckAll(session: Session): void {
  // A request without parameters comes with its token alone.
  session.connection.onRequest(
    Methods.checkAll,
    (first: CancellationToken | null, second?: CancellationToken) =>
      session.answer("Checking all drafts", "", FAILED, () => checkAll(session, goneBy(second ?? first!))),
  );
}

/** A draft of the workspace; `stamp` changes with its file, and is null for one that is open. */
export interface ListedDraft {
  readonly uri: string;
  readonly stamp: string | null;
}

const DRAFTS = ["**/*.{md,markdown}"];

export interface ListedDrafts {
  /** Those of the workspace and those that are open, in the order of their uris. */
  readonly drafts: readonly ListedDraft[];
  /** Why drafts of some folders are not among them, a line each. */
  readonly unlisted: readonly string[];
}

/** All drafts of the workspace. */
export async function listDrafts(session: Session): Promise<ListedDrafts> {
  await session.library.ready;
  const { roots, host } = session;
  const found = new Map<string, ListedDraft>();
  const unlisted = new Set<string>();
  const miss = (uri: string, error: unknown) => {
    // What the project leaves out need not be told; any name stands for the drafts in there.
    if (session.isDraft(`${uri}/a.md`))
      unlisted.add(notListed(shortName(uri, roots) || uri.replace(/^.*\//, ""), error));
  };
  for (const root of roots) {
    for (const { uri, stamp } of await host.listFiles(root, DRAFTS, { within: roots, unlisted: miss })) {
      if (!session.isSource(uri) && session.isDraft(uri)) found.set(uri, { uri, stamp });
    }
  }
  for (const { uri } of session.documents.all())
    if (session.isDraft(uri)) found.set(normalUri(uri), { uri, stamp: null });
  return { drafts: [...found.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1)), unlisted: [...unlisted] };
}

function notListed(name: string, error: unknown): string {
  return `The drafts in “${name}” could not be listed (${causeOf(error)}), so they were not checked. Check the folder's permissions.`;
}

async function checkAll(session: Session, gone: () => boolean): Promise<CheckAllResult> {
  const checked: CheckedDraft[] = [];
  const { drafts, unlisted } = await listDrafts(session);
  for (const { uri } of drafts) {
    if (gone()) break;
    checked.push(await checkOne(session, uri, gone));
  }
  const unread = session.library.unread();
  return { drafts: checked, summary: total(checked), unread, unlisted, problem: null };
}

async function checkOne(session: Session, uri: string, gone: () => boolean): Promise<CheckedDraft> {
  const name = shortName(normalUri(uri), session.roots);
  const empty: DraftReport = { path: uri, claims: [], notes: [] };
  const outcome = await session.guard<DraftReport | string>("Checking", uri, NOT_CHECKED, () =>
    session.documents.get(uri) ? checkOpen(session, uri, gone) : checkFile(session, uri, gone),
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
  return checked?.report ?? OVERTAKEN;
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
  return report ?? OVERTAKEN;
}

function total(drafts: readonly CheckedDraft[]): Summary {
  const sum = { supported: 0, contradicted: 0, unsupported: 0, disputed: 0 };
  for (const { summary } of drafts) {
    for (const verdict of Object.keys(sum) as (keyof Summary)[]) sum[verdict] += summary[verdict];
  }
  return sum;
}
