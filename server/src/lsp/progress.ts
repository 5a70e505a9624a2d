/**
 * Shows how far the reading of sources has come, where it takes long enough to wonder. Knows the protocol only.
 */
import {
  type Connection,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  WorkDoneProgressCreateRequest,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from "vscode-languageserver/node";

type Shown = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

/** Work that is done sooner shows nothing, in milliseconds. */
const DELAY = 700;
/** Time between two reports, in milliseconds. */
const STEP = 200;

export class Progress {
  readonly #connection: Connection;
  readonly #isShown: boolean;
  #timer: NodeJS.Timeout | undefined;
  #count = 0;
  #done = 0;
  #all = 0;
  /** What the client has been told of. */
  #token: string | null = null;

  /** `isShown` is false for a client that cannot show it. */
  constructor(connection: Connection, isShown: boolean) {
    this.#connection = connection;
    this.#isShown = isShown;
  }

  /** So many of all files have been read. */
  tell(done: number, all: number): void {
    if (!this.#isShown) return;
    [this.#done, this.#all] = [done, all];
    if (done >= all) this.end();
    else this.#timer ??= setTimeout(() => void this.#begin(`claimcheck-sources-${++this.#count}`), DELAY);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#token !== null) this.#send(this.#token, { kind: "end" });
    this.#token = null;
  }

  async #begin(token: string): Promise<void> {
    const timer = this.#timer;
    try {
      await this.#connection.sendRequest(WorkDoneProgressCreateRequest.type, { token });
    } catch {
      return;
    }
    // All was read while the client made up its mind.
    if (timer === undefined || this.#timer !== timer) return;
    this.#token = token;
    this.#send(token, { kind: "begin", title: "Claimcheck: reading sources", ...this.#state() });
    this.#timer = setInterval(() => this.#send(token, { kind: "report", ...this.#state() }), STEP);
  }

  #state(): { message: string; percentage: number } {
    const message = `${this.#done} of ${this.#all}`;
    return { message, percentage: Math.floor((100 * this.#done) / this.#all) };
  }

  #send(token: string, value: Shown): void {
    this.#connection.sendProgress(WorkDoneProgress.type, token, value).catch(() => {});
  }
}
