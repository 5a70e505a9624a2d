/**
 * Diagnostics: pulled by clients that can, pushed after a pause to those that cannot. Words being typed are held back.
 */
import {
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  type PublishDiagnosticsParams,
  ResponseError,
} from "vscode-languageserver/node";
import { NOT_CHECKED } from "../../service/failures.ts";
import { unreadNote } from "../../service/unread.ts";
import type { Checked } from "../drafts.ts";
import { goneBy } from "../from-proto.ts";
import type { Session } from "../session.ts";
import { claimDiagnostic, noteDiagnostic } from "../to-proto.ts";
import { withStale } from "./acceptance.ts";

/** Registers the pull handler and, where the client needs them, the pushes. */
export function serveDiagnostics(session: Session): void {
  const shown = new Shown(session);
  if (session.client.pullsDiagnostics) servePull(session, shown);
  else servePush(session, shown);
  session.documents.onDidClose(({ document }) => shown.forget(document.uri));
}

function servePull(session: Session, shown: Shown): void {
  const { connection, client } = session;
  const refresh = async () => {
    if (!client.refreshesDiagnostics) return;
    // A connection that closes meanwhile throws at once or refuses later; nobody is left to be told.
    await Promise.resolve()
      .then(() => connection.languages.diagnostics.refresh())
      .catch(() => {});
  };
  session.onSourcesChanged = refresh;
  connection.languages.diagnostics.on(async (params, token) => {
    const { uri } = params.textDocument;
    const items = await session.answer("Checking", uri, failed(), async () => {
      if (!session.isChecked(uri)) return [];
      const checked = await session.drafts.check(uri, goneBy(token));
      return checked && shown.diagnostics(checked, client.refreshesDiagnostics ? refresh : null);
    });
    // The client has moved on, or closed the document: it will ask again if it still wants to know.
    if (items === null) throw new ResponseError(LSPErrorCodes.RequestCancelled, "The check was overtaken.");
    return shown.answer(uri, items, params.previousResultId);
  });
}

function servePush(session: Session, shown: Shown): void {
  const timers = new Map<string, NodeJS.Timeout>();
  const push = (uri: string, delay: number) => {
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => {
        timers.delete(uri);
        void pushNow(session, shown, uri, () => push(uri, session.settings.pause));
      }, delay),
    );
  };
  session.onSourcesChanged = () => {
    for (const document of session.documents.all()) push(document.uri, 0);
  };
  session.documents.onDidOpen(({ document }) => push(document.uri, 0));
  session.documents.onDidChangeContent(({ document }) => push(document.uri, session.settings.pause));
  session.documents.onDidClose(({ document }) => {
    clearTimeout(timers.get(document.uri));
    send(session, { uri: document.uri, diagnostics: [] });
  });
}

async function pushNow(session: Session, shown: Shown, uri: string, again: () => void): Promise<void> {
  const document = session.documents.get(uri);
  const overtaken = () => session.documents.get(uri) !== document;
  const items = await session.answer("Checking", uri, failed(), async () => {
    if (!session.isChecked(uri)) return [];
    const checked = await session.drafts.check(uri, overtaken);
    return checked && shown.diagnostics(checked, again);
  });
  if (items === null || document === undefined || overtaken()) return;
  const { version } = document;
  if (shown.isNews(uri, version, items)) send(session, { uri, version, diagnostics: items });
}

function send(session: Session, params: PublishDiagnosticsParams): void {
  session.connection.sendDiagnostics(params).catch(() => {});
}

/** What clients see when the check itself breaks: never silence, which would read as "nothing wrong". */
function failed(): Diagnostic[] {
  const start = { line: 0, character: 0 };
  return [
    noteDiagnostic({
      start: 0,
      end: 0,
      range: { start, end: start },
      code: "not-checked",
      message: NOT_CHECKED,
    }),
  ];
}

/** One line at the top of a draft where it could not be checked against all of its sources. */
function unread(session: Session, uri: string): Diagnostic[] {
  const note = unreadNote(session.library.unread(session.normal(uri)));
  return note === null ? [] : [noteDiagnostic(note)];
}

/** What was shown last for each draft, and the timers of what is held back. */
class Shown {
  readonly #session: Session;
  readonly #answers = new Map<string, { id: string; items: string }>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  #count = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  /**
   * The diagnostics of a report. With `again`, findings on words that are still being typed are left out, and `again`
   * is called when they may be shown.
   */
  diagnostics({ document, report }: Checked, again: (() => void) | null): Diagnostic[] {
    const { client, typing } = this.#session;
    const settings = this.#session.settingsFor(document.uri);
    const options = {
      settings,
      relatedInformation: client.showsRelatedInformation,
      openable: (source: string) => this.#session.openable(source),
    };
    const now = Date.now();
    const items: Diagnostic[] = [];
    const cited = new Set<string>();
    let longest = 0;
    for (const claim of report.claims) {
      if (claim.code === "uncited" && !isNew(cited, `${claim.range.start.line} ${claim.evidence[0]?.source}`))
        continue;
      const diagnostic = claimDiagnostic(claim, document, options);
      if (!diagnostic) continue;
      const wait = again ? typing.wait(document.uri, claim, settings.pause, now) : 0;
      longest = Math.max(longest, wait);
      if (wait === 0) items.push(diagnostic);
    }
    if (again && longest > 0) this.#later(document.uri, longest, again);
    const missing = report.facts ? [] : unread(this.#session, document.uri);
    const told = report.facts ? items : withStale(this.#session, { document, report }, items);
    return [...missing, ...told, ...report.notes.map(noteDiagnostic)];
  }

  answer(uri: string, items: Diagnostic[], previousResultId: string | undefined): DocumentDiagnosticReport {
    const text = JSON.stringify(items);
    const known = this.#answers.get(uri);
    if (known && known.items === text && known.id === previousResultId) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: known.id };
    }
    const id = known?.items === text ? known.id : String(++this.#count);
    this.#answers.set(uri, { id, items: text });
    return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
  }

  /** False when exactly this was sent last. */
  isNews(uri: string, version: number, items: readonly Diagnostic[]): boolean {
    const text = JSON.stringify(items);
    const known = this.#answers.get(uri);
    if (known?.id === String(version) && known.items === text) return false;
    this.#answers.set(uri, { id: String(version), items: text });
    return true;
  }

  forget(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    this.#answers.delete(uri);
  }

  #later(uri: string, delay: number, again: () => void): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(uri, setTimeout(again, delay + 5));
  }
}

/** One hint a paragraph and source is enough: more of them would be noise. */
function isNew(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}
