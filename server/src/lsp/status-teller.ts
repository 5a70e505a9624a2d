/**
 * Tells the client the status: shortly after it changed, once for many changes, and only what differs from what the client
 * knows. Knows the protocol; what there is to tell is asked for.
 */
import type { Connection } from "vscode-languageserver/node";
import { Methods, type Status, type StatusUpdate } from "../protocol.ts";

/** How long changes are gathered, in milliseconds. */
const DELAY = 50;

export class StatusTeller {
  readonly #connection: Connection;
  readonly #activity: () => Omit<Status, "sources">;
  readonly #sources: () => Status["sources"];
  #timer: NodeJS.Timeout | undefined;
  #isOver = false;
  #lastActivity = "";
  #lastSources: Status["sources"] | null = null;

  /** `sources` gives the same object for as long as no source changes. */
  constructor(
    connection: Connection,
    activity: () => Omit<Status, "sources">,
    sources: () => Status["sources"],
  ) {
    this.#connection = connection;
    this.#activity = activity;
    this.#sources = sources;
  }

  /** True once the client has gone. */
  get isOver(): boolean {
    return this.#isOver;
  }

  tell(): void {
    if (this.#isOver) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#send();
    }, DELAY);
  }

  dispose(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  #send(): void {
    const activity = this.#activity();
    const sources = this.#sources();
    const isNew = sources !== this.#lastSources;
    const text = JSON.stringify(activity);
    if (text === this.#lastActivity && !isNew) return;
    [this.#lastActivity, this.#lastSources] = [text, sources];
    const update: StatusUpdate = isNew ? { ...activity, sources } : activity;
    this.#connection.sendNotification(Methods.status, update).catch(() => {});
  }
}
