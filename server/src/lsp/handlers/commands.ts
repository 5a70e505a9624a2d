/**
 * The server's own commands: which there are, and what runs each. What a client hands in is looked at before it counts.
 */
import { ErrorCodes, ResponseError } from "vscode-languageserver/node";
import {
  ACCEPT_SILENTLY_COMMAND,
  ACKNOWLEDGE_COMMAND,
  ADD_REFERENCE_COMMAND,
  SHOW_PASSAGE_COMMAND,
} from "../../protocol.ts";
import { asNewReference, asPassage } from "../from-proto.ts";
import type { Session } from "../session.ts";
import { toRange } from "../to-proto.ts";
import { acceptSilently, acknowledge } from "./acceptance.ts";
import { addReference } from "./completion.ts";

/** Runs a command with its one argument, which may be anything. */
type Run = (session: Session, given: unknown) => Promise<unknown>;

const RUNS: ReadonlyMap<string, Run> = new Map<string, Run>([
  [SHOW_PASSAGE_COMMAND, showPassage],
  [ADD_REFERENCE_COMMAND, addToBibliography],
  [ACCEPT_SILENTLY_COMMAND, acceptSilently],
  [ACKNOWLEDGE_COMMAND, acknowledge],
]);

/** Their names. */
export const COMMANDS: readonly string[] = [...RUNS.keys()];

/** Serves `workspace/executeCommand`. */
export function serveCommands(session: Session): void {
  session.connection.onExecuteCommand(async ({ command, arguments: [given] = [] }) => {
    const run = RUNS.get(command);
    if (!run) throw new ResponseError(ErrorCodes.InvalidParams, `${command} is no command of Claimcheck's.`);
    await run(session, given);
    return null;
  });
}

async function showPassage({ connection }: Session, given: unknown): Promise<void> {
  const { uri, range } = asPassage(given);
  await connection.window.showDocument({ uri, selection: toRange(range), takeFocus: true });
}

async function addToBibliography(session: Session, given: unknown): Promise<void> {
  const reference = asNewReference(given);
  await session.guard("Adding a reference", reference.uri, undefined, () => addReference(session, reference));
}
