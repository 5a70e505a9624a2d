/**
 * Messages about a server that is off, or that broke, with what the writer can do.
 */
import { window } from "vscode";
import type { Session } from "../client.ts";
import type { Teller } from "../failures.ts";

const RESTART = "Restart";
const LOG = "Show the Log";

/** Tells what becomes of a session's commands. */
export function failureTeller(session: Session): Teller {
  return {
    get failure() {
      return session.failure;
    },
    explainFailure: () => offer(session, session.failure ?? "", RESTART, LOG),
    tell: (message) => window.showInformationMessage(message),
    tellInternal: (message) => offer(session, message, LOG),
  };
}

async function offer(session: Session, message: string, ...choices: string[]): Promise<void> {
  const chosen = await window.showWarningMessage(message, ...choices);
  if (chosen === RESTART) await session.restart();
  if (chosen === LOG) session.log.show();
}
