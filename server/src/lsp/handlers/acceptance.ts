/**
 * Accepting a finding, and acknowledging that a source has changed: the requests and commands for both, the actions that
 * offer them, and the marks on claims whose source has changed.
 */
import type { CancellationToken, Diagnostic } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  type AcceptResult,
  type ClaimPlace,
  type DiagnosticData,
  type IgnoreParams,
  Methods,
  type StaleData,
} from "../../protocol.ts";
import { failed } from "../../service/failures.ts";
import type { StaleClaim } from "../../service/staleness.ts";
import { type Checked, claimOfPlace } from "../drafts.ts";
import { asAcknowledgeParams, asClaimPlace, asIgnoreParams, goneBy } from "../from-proto.ts";
import type { Session } from "../session.ts";
import { noteDiagnostic, rangeIn } from "../to-proto.ts";

export function serveAcceptance(session: Session): void {
  const { connection } = session;
  connection.onRequest(Methods.accept, (params: unknown, token: CancellationToken) =>
    accept(session, asIgnoreParams(params), goneBy(token)),
  );
  connection.onRequest(Methods.withdraw, (params: unknown) => withdraw(session, asClaimPlace(params)));
  connection.onRequest(Methods.acknowledge, (params: unknown) => acknowledge(session, params));
}

/** Reads the files of accepted findings again; open drafts follow. */
export async function readAccepted(session: Session): Promise<void> {
  const isOther = await session.accepted.read(session.projects);
  session.tellProjects();
  if (!isOther) return;
  session.library.changed();
  session.onSourcesChanged();
}

/** Accepts the finding at `given`, a `ClaimPlace`, and says where the reason is to be written. */
export async function acceptSilently(session: Session, given: unknown): Promise<void> {
  const params: IgnoreParams = { ...asClaimPlace(given), reason: "" };
  const { problem, file } = await accept(session, params, () => false);
  const said = problem ?? `Accepted. Write the reason into ${file}.`;
  void session.connection.window.showInformationMessage(said);
}

/** Takes marks of changed sources off; `given` is an `AcknowledgeParams`. */
export function acknowledge(session: Session, given: unknown): Promise<null> {
  const { uri, fingerprints } = asAcknowledgeParams(given);
  return session.answer("Acknowledging", uri, null, () => {
    session.memory.staleness.acknowledge(uri, fingerprints);
    session.memory.changed(uri);
    session.onSourcesChanged();
    return null;
  });
}

/**
 * Diagnostics of the claims of a draft whose source has changed since they were checked. A claim that is told as wrong
 * by the new text has its finding among `told`: that says of itself what the source said before, and no mark on its line
 * says so again.
 */
export function withStale(session: Session, checked: Checked, told: Diagnostic[]): Diagnostic[] {
  const { document } = checked;
  const stale = staleIn(session, checked);
  const opposed = new Map(stale.flatMap((one) => (one.isOpposed ? [[one.fingerprint, one]] : [])));
  const said = new Set<string>();
  const findings = told.map((finding) => {
    const change = opposed.get((finding.data as DiagnosticData).fingerprint);
    if (!change) return finding;
    said.add(keyIn(document, change));
    return { ...finding, message: `${finding.message} ${change.message}` };
  });
  return [...findings, ...marks(document, stale, said)];
}

/** The claims of a draft whose source has changed since they were checked, as of now. */
export function staleIn(session: Session, { document, report }: Checked): readonly StaleClaim[] {
  const { uri } = document;
  const sourceText = (source: string) => session.checker.sourceText(source);
  const aside = [...(report.ignored ?? []), ...(report.accepted ?? [])].map(({ claim }) => claim);
  const stale = session.memory.staleness.follow(uri, report.claims, document.getText(), sourceText, {
    aside,
    isPartial: session.library.busy,
  });
  session.memory.changed(uri);
  return stale;
}

/** One mark for the claims of one line that hang on one passage: more of them would be noise. */
function marks(
  document: TextDocument,
  stale: readonly StaleClaim[],
  said: ReadonlySet<string>,
): Diagnostic[] {
  const byKey = new Map<string, StaleClaim[]>();
  for (const claim of stale) {
    const key = keyIn(document, claim);
    if (!said.has(key)) byKey.set(key, [...(byKey.get(key) ?? []), claim]);
  }
  return [...byKey.values()].map((claims): Diagnostic => {
    const [{ start, message }] = claims as [StaleClaim, ...StaleClaim[]];
    const end = Math.max(...claims.map((claim) => claim.end));
    const data: StaleData = { fingerprints: claims.map(({ fingerprint }) => fingerprint) };
    const range = rangeIn(document, { start, end });
    return { ...noteDiagnostic({ start, end, range, code: "stale", message }), data };
  });
}

function keyIn(document: TextDocument, { start, message }: StaleClaim): string {
  return `${document.positionAt(start).line} ${message}`;
}

async function accept(session: Session, params: IgnoreParams, gone: () => boolean): Promise<AcceptResult> {
  const { uri, reason } = params;
  return session.answer("Accepting", uri, FAILED, async () => {
    const checked = session.isDraft(uri) ? await session.drafts.check(uri, gone) : null;
    const claim = checked && claimOfPlace(checked, params);
    if (!claim)
      return { file: null, problem: "The claim has changed in the meantime: nothing was accepted." };
    return written(session, () => session.accepted.add(uri, claim, reason));
  });
}

async function withdraw(session: Session, { uri, fingerprint }: ClaimPlace): Promise<AcceptResult> {
  return session.answer("Accepting", uri, FAILED, () =>
    written(session, () => session.accepted.remove(uri, fingerprint)),
  );
}

const FAILED: AcceptResult = { file: null, problem: failed("change the accepted findings"), failed: true };

/** Writes the file and lets the open drafts follow; a fault becomes the problem that is told. */
async function written(session: Session, write: () => Promise<string>): Promise<AcceptResult> {
  try {
    const file = await write();
    await readAccepted(session);
    return { file, problem: null };
  } catch (error) {
    const problem = error instanceof Error ? error.message.split("\n", 1)[0]! : String(error);
    return { file: null, problem };
  }
}
