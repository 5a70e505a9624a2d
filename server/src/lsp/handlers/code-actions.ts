/**
 * Code actions of a finding: correct it, correct all of its kind, cite, ignore, open the source.
 */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Command,
  type Diagnostic,
} from "vscode-languageserver/node";
import {
  ACCEPT_COMMAND,
  ACCEPT_SILENTLY_COMMAND,
  ACKNOWLEDGE_COMMAND,
  type AcknowledgeParams,
  type ClaimPlace,
  type DiagnosticData,
  IGNORE_COMMAND,
  SHOW_PASSAGE_COMMAND,
  type StaleData,
} from "../../protocol.ts";
import { corrections, KIND_PLURALS } from "../../service/corrections.ts";
import { clip, firstPassages } from "../../service/messages.ts";
import type { Claim, Edit, Evidence } from "../../service/report.ts";
import { ignoreEdit } from "../../service/suppressions.ts";
import type { Checked } from "../drafts.ts";
import { claimsIn, goneBy } from "../from-proto.ts";
import type { Session } from "../session.ts";
import { SOURCE_NAME, toRange, workspaceEdit } from "../to-proto.ts";
import { CitationActions } from "./citation-actions.ts";

/** The kind of the action that corrects everything that is surely contradicted. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.claimcheck`;

export function serveCodeActions(session: Session): void {
  session.connection.onCodeAction((params, token) =>
    session.answer("Code actions", params.textDocument.uri, [], () =>
      codeActions(session, params, goneBy(token)),
    ),
  );
}

async function codeActions(
  session: Session,
  params: CodeActionParams,
  gone: () => boolean,
): Promise<(CodeAction | Command)[]> {
  const { uri } = params.textDocument;
  const { only, diagnostics } = params.context;
  const checked = session.isChecked(uri) ? await session.drafts.check(uri, gone) : null;
  if (!checked) return [];
  const wants = (kind: string) =>
    !only || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const actions: CodeAction[] = [];
  const citations = await CitationActions.for(session, checked);
  if (wants(CodeActionKind.QuickFix)) {
    for (const claim of claimsIn(checked.report, checked.document, params.range)) {
      actions.push(...new ClaimActions(session, checked, claim, diagnostics, citations).all());
    }
  }
  if (wants(CodeActionKind.QuickFix))
    actions.push(...citations.keyAt(checked.document.offsetAt(params.range.start)));
  if (wants(CodeActionKind.RefactorRewrite))
    actions.push(...citations.at(checked.document.offsetAt(params.range.start)));
  if (wants(CodeActionKind.QuickFix)) actions.push(...acknowledgements(uri, params));
  // Unasked, an action over the whole draft would only stand in the way.
  if (only && wants(FIX_ALL)) actions.push(...fixAll(session, checked));
  return unique(actions);
}

/** For the marks on claims whose source has changed that the client asks about. */
function acknowledgements(uri: string, { context: { diagnostics } }: CodeActionParams): CodeAction[] {
  const marks = diagnostics.filter(({ source, code }) => source === SOURCE_NAME && code === "stale");
  const action = (title: string, about: Diagnostic[], one: AcknowledgeParams): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: about,
    command: { title, command: ACKNOWLEDGE_COMMAND, arguments: [one] },
  });
  if (marks.length === 0) return [];
  return [
    ...marks.map((mark) => {
      const { fingerprints } = mark.data as StaleData;
      return action("Keep this claim: the source was looked at", [mark], { uri, fingerprints });
    }),
    action("Keep all claims of this draft whose source has changed", marks, { uri }),
  ];
}

function fixAll(session: Session, { report, document }: Checked): CodeAction[] {
  const { claims, edits } = corrections(report);
  if (edits.length === 0) return [];
  const title = claims.length === 1 ? "Correct 1 claim" : `Correct all ${claims.length} claims in this draft`;
  return [{ title, kind: FIX_ALL, edit: workspaceEdit(edits, document, session.client.versionedEdits) }];
}

/** The actions of one claim. */
class ClaimActions {
  readonly #session: Session;
  readonly #checked: Checked;
  readonly #claim: Claim;
  readonly #diagnostics: Diagnostic[];
  readonly #citations: CitationActions;

  constructor(
    session: Session,
    checked: Checked,
    claim: Claim,
    diagnostics: readonly Diagnostic[],
    citations: CitationActions,
  ) {
    this.#citations = citations;
    this.#session = session;
    this.#checked = checked;
    this.#claim = claim;
    this.#diagnostics = diagnostics.filter((diagnostic) => isAbout(diagnostic, claim));
  }

  all(): CodeAction[] {
    return [
      ...this.#fixes(),
      ...this.#ofKind(),
      ...this.#citation(),
      ...this.#ignore(),
      ...this.#accept(),
      ...this.#open(),
    ];
  }

  #fixes(): CodeAction[] {
    return this.#claim.fixes.map((fix, index) => ({
      ...this.#edit(fix.title, fix.edits),
      ...(index === 0 && this.#claim.verdict === "contradicted" ? { isPreferred: true } : {}),
    }));
  }

  #ofKind(): CodeAction[] {
    const { kind, verdict } = this.#claim;
    if (verdict !== "contradicted") return [];
    const { claims, edits } = corrections(this.#checked.report, { kind, least: 0 });
    if (claims.length < 2) return [];
    return [this.#edit(`Correct all ${claims.length} ${KIND_PLURALS[kind]} in this draft`, edits)];
  }

  #citation(): CodeAction[] {
    return this.#citations
      .ofClaim(this.#claim)
      .filter(({ title }) => !this.#claim.fixes.some((fix) => fix.title === title))
      .map(({ title, edit }) => this.#action(title, edit ? { edit } : {}));
  }

  #ignore(): CodeAction[] {
    const { code, fingerprint, range } = this.#claim;
    if (code === null || code === "unsupported") return [];
    const title = "Ignore this claim…";
    if (this.#session.client.commands.includes(IGNORE_COMMAND)) {
      const place: ClaimPlace = { uri: this.#checked.document.uri, fingerprint, range };
      return [this.#action(title, { command: { title, command: IGNORE_COMMAND, arguments: [place] } })];
    }
    const reading = this.#session.drafts.reading(this.#checked.document);
    return [this.#edit(title, [ignoreEdit(reading, this.#claim, "reason")])];
  }

  #accept(): CodeAction[] {
    const { code, fingerprint, range } = this.#claim;
    const { uri } = this.#checked.document;
    const { accepted, client } = this.#session;
    if (code === null || code === "unsupported" || !accepted.canAccept(uri)) return [];
    const asks = client.commands.includes(ACCEPT_COMMAND);
    const title = asks ? "Accept this finding (with a reason)…" : "Accept this finding";
    const command = asks ? ACCEPT_COMMAND : ACCEPT_SILENTLY_COMMAND;
    const place: ClaimPlace = { uri, fingerprint, range };
    return [this.#action(title, { command: { title, command, arguments: [place] } })];
  }

  #open(): CodeAction[] {
    const [first, ...others] = firstPassages(this.#claim);
    if (!first || !this.#session.client.showsDocuments) return [];
    if (others.length === 0) return [this.#show("Open the source", first)];
    return [first, ...others].map((one) => this.#show(`Open “${clip(one.title || one.source, 60)}”`, one));
  }

  #show(title: string, { source, range }: Evidence): CodeAction {
    const passage = { uri: this.#session.openable(source), range: toRange(range) };
    return this.#action(title, { command: { title, command: SHOW_PASSAGE_COMMAND, arguments: [passage] } });
  }

  #edit(title: string, edits: readonly Edit[]): CodeAction {
    const { document } = this.#checked;
    return this.#action(title, { edit: workspaceEdit(edits, document, this.#session.client.versionedEdits) });
  }

  #action(title: string, what: Pick<CodeAction, "edit" | "command">): CodeAction {
    const about = this.#diagnostics.length > 0 ? { diagnostics: this.#diagnostics } : {};
    return { title, kind: CodeActionKind.QuickFix, ...about, ...what };
  }
}

function isAbout(diagnostic: Diagnostic, claim: Claim): boolean {
  const data = diagnostic.data as Partial<DiagnosticData> | undefined;
  const { start } = diagnostic.range;
  const here = start.line === claim.range.start.line && start.character === claim.range.start.character;
  return data?.fingerprint === claim.fingerprint && here;
}

/** Two claims on the same words offer the same action once. */
function unique(actions: readonly CodeAction[]): CodeAction[] {
  const seen = new Set<string>();
  return actions.filter((action) => {
    const key = `${action.title} ${JSON.stringify(action.edit ?? action.command)}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
