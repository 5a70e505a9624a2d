/**
 * The terminal: data to stdout, everything else to stderr, and which failures make the status 2.
 * Knows streams; nothing of claims.
 */
import picocolors from "picocolors";
import { isTold, tellTrace } from "./errors.ts";

export type Colors = ReturnType<typeof picocolors.createColors>;

export class Console {
  readonly quiet: boolean;
  readonly strict: boolean;
  readonly colors: Colors;
  /** Character cells in a line of the terminal. */
  readonly columns: number;
  /** True once something made the run unsound. */
  failed = false;
  #progress = 0;
  readonly #told = new Set<string>();

  constructor(options: { readonly quiet: boolean; readonly strict: boolean }) {
    this.quiet = options.quiet;
    this.strict = options.strict;
    const { isTTY, columns } = process.stdout;
    const forced = Boolean(process.env.FORCE_COLOR) && process.env.FORCE_COLOR !== "0";
    this.colors = picocolors.createColors(picocolors.isColorSupported && (isTTY || forced));
    this.columns = Math.max(40, Math.min(columns ?? 100, 140));
  }

  /** Data. A reader that has gone away ends the program without a word. */
  write(text: string): void {
    process.stdout.write(text);
  }

  /** Something that makes the status 2. */
  error(message: string): void {
    this.failed = true;
    this.#line(`error: ${message}`);
  }

  /** A file that was left out: status 2 with --strict. */
  warn(message: string): void {
    if (this.strict) this.error(message);
    else this.#line(`warning: ${message}`);
  }

  /** Something to know, unless --quiet. Each is told once. */
  note(message: string): void {
    if (this.quiet || this.#told.has(message)) return;
    this.#told.add(message);
    this.#line(`note: ${message}`);
  }

  /** What was done, on request of the user. */
  say(message: string): void {
    this.#line(message);
  }

  /** A line that the next one replaces; shown only where somebody is looking. */
  progress(message: string): void {
    if (this.quiet || !process.stderr.isTTY) return;
    const line = message.slice(0, this.columns - 1);
    process.stderr.write(`\r${line.padEnd(this.#progress)}`);
    this.#progress = line.length;
  }

  clearProgress(): void {
    if (this.#progress > 0) process.stderr.write(`\r${" ".repeat(this.#progress)}\r`);
    this.#progress = 0;
  }

  #line(message: string): void {
    this.clearProgress();
    process.stderr.write(`claimcheck: ${oneLine(message)}\n`);
  }
}

/** Runs `work`; an error in words for the user is told by `tell`, and gives null. */
export async function attempt<T>(tell: (message: string) => void, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!isTold(error)) throw error;
    tell(error.message);
    tellTrace(error.cause);
    return null;
  }
}

function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ");
}
