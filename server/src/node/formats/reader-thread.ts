/**
 * Runs the readers in a thread of their own, with limits on time and memory: one thread for many files, stopped when a
 * file is too much for it or when nothing has been asked for a while. Knows threads; nothing of formats.
 */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { FormatError } from "./types.ts";
import type { Answer, Content, Job } from "./worker.ts";

/** What a thread may take beyond what the process has, in bytes; its heap has its own limit. */
const MOST_MEMORY = 1_000_000_000;
const MOST_HEAP_MB = 768;
const IDLE = 4000;
const WATCH = 100;
/** A long document may take this much longer for each page, in milliseconds, up to `LONGEST`. */
const PER_PAGE = 30;
const LONGEST = 60_000;

interface Waiting {
  readonly resolve: (extracted: Content[keyof Content]) => void;
  readonly reject: (error: Error) => void;
  deadline: number;
  readonly memory: number;
}

let thread: Worker | null = null;
let waiting: Waiting | null = null;
let idle: NodeJS.Timeout | undefined;
let watch: NodeJS.Timeout | undefined;
let queue: Promise<unknown> = Promise.resolve();
let jobs = 0;

/** Reads the bytes of a document; they are gone afterwards. Throws a FormatError where it cannot be read in time. */
export function extractApart<F extends Job["format"]>(
  format: F,
  bytes: Uint8Array<ArrayBuffer>,
  milliseconds: number,
): Promise<Content[F]> {
  const turn = queue.then(() => run(format, bytes, milliseconds));
  queue = turn.catch(() => {});
  // The thread answers a job with what belongs to its format.
  return turn as Promise<Content[F]>;
}

/** Stops the thread now instead of shortly. */
export async function stopReaders(): Promise<void> {
  await stop();
}

function run(
  format: Job["format"],
  bytes: Uint8Array<ArrayBuffer>,
  milliseconds: number,
): Promise<Content[keyof Content]> {
  clearTimeout(idle);
  const id = ++jobs;
  return new Promise<Content[keyof Content]>((resolve, reject) => {
    try {
      thread ??= start();
    } catch (error) {
      reject(error);
      return;
    }
    thread.ref();
    waiting = { resolve, reject, deadline: Date.now() + milliseconds, memory: process.memoryUsage.rss() };
    watch = setInterval(() => watchOver(milliseconds), WATCH);
    thread.postMessage({ id, format, bytes } satisfies Job, [bytes.buffer]);
  }).finally(() => {
    clearInterval(watch);
    waiting = null;
    thread?.unref();
    idle = setTimeout(() => void stop(), IDLE);
    idle.unref();
  });
}

function watchOver(milliseconds: number): void {
  if (!waiting) return;
  if (Date.now() > waiting.deadline) {
    const seconds = Math.round(milliseconds / 1000);
    fail("too-large", `takes longer than ${seconds} seconds to read. Split it, or save it as plain text`);
  } else if (process.memoryUsage.rss() - waiting.memory > MOST_MEMORY)
    fail("too-large", "needs more memory than a document should. Save it anew or as plain text");
}

function fail(state: FormatError["state"], reason: string): void {
  waiting?.reject(new FormatError(state, reason));
  void stop();
}

async function stop(): Promise<void> {
  clearTimeout(idle);
  const stopped = thread;
  thread = null;
  await stopped?.terminate();
}

function start(): Worker {
  const { file, eval: isCode } = program();
  const worker = new Worker(file, {
    eval: isCode,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB, stackSizeMb: 8 },
    stdout: false,
    stderr: false,
  });
  worker.on("message", take);
  worker.on("error", (error: NodeJS.ErrnoException) => {
    if (thread === worker) thread = null;
    if (error.code === "ERR_WORKER_OUT_OF_MEMORY")
      fail("too-large", "needs more memory than a document should. Save it anew or as plain text");
    else fail("damaged", "could not be made sense of. Save it anew or as plain text");
  });
  worker.on("exit", () => {
    if (thread !== worker) return;
    thread = null;
    fail("damaged", "could not be made sense of. Save it anew or as plain text");
  });
  return worker;
}

function take(answer: Answer): void {
  if (!waiting || answer.id !== jobs) return;
  if ("pages" in answer) {
    waiting.deadline += Math.min(answer.pages * PER_PAGE, LONGEST);
  } else if ("extracted" in answer) waiting.resolve(answer.extracted);
  else waiting.reject(new FormatError(answer.state, answer.reason));
}

/** The thread's program: bundled beside this one, or the source itself where the project is run unbundled. */
function program(): { file: URL | string; eval: boolean } {
  const here = import.meta.url;
  if (here.endsWith(".ts")) return { file: unbundled(here), eval: true };
  const file = [new URL("./reader.js", here), new URL("../reader.js", here)].find((url) =>
    existsSync(fileURLToPath(url)),
  );
  if (!file)
    throw new FormatError("unreadable", "needs reader.js, which is missing from Claimcheck. Install it anew");
  return { file, eval: false };
}

/** A thread does not inherit the loader of TypeScript. */
function unbundled(here: string): string {
  const loader = pathToFileURL(
    createRequire(here)
      .resolve("tsx/esm/api")
      .replace(/\.cjs$/, ".mjs"),
  ).href;
  const source = new URL("./worker.ts", here).href;
  return `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(source)}); });`;
}
