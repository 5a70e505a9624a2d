/**
 * Measures the engine in its own process, beside markdownlint over the same text. Run as a bundle, by bench.ts, with the
 * cases as JSON in its one argument; prints the results as JSON. `words` and `sources` are the size of a case.
 */
import { writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { lint } from "markdownlint/sync";
import { createChecker } from "../../server/src/library.ts";
import type { Checker } from "../../server/src/service/types.ts";
import { keystrokes } from "./keystrokes.ts";
import { countWords, makeLibrary, type Text } from "./texts.ts";
import { type Timing, timed, timingOf } from "./timing.ts";

export interface EngineCase {
  readonly words: number;
  readonly sources: number;
  /** How often the whole is checked, and how many keystrokes are typed. */
  readonly runs: number;
  readonly keys: number;
  /** Leave the peer out and write a CPU profile of one part. */
  readonly profile?: { readonly part: Part; readonly file: string };
}

export type Part = "read" | "cold" | "keystroke";

export interface EngineResult extends EngineCase {
  /** Words really generated, and what the checker said of them. */
  readonly counted: number;
  readonly claims: number;
  readonly contradicted: number;
  /** Milliseconds to read all sources. */
  readonly read: Timing;
  readonly cold: Timing;
  readonly keystroke: Timing;
  readonly peer: Timing | null;
  /** Megabytes the process has held at most so far. */
  readonly memory: number;
}

const cases = JSON.parse(process.argv[2] ?? "[]") as EngineCase[];
// The first drafts of a process pay for compiling, ours and the peer's: what a user waits for then is measured on the
// server.
await measure({ words: 3000, sources: 5, runs: 4, keys: 28 });
const results: EngineResult[] = [];
for (const one of cases) results.push(await measure(one));
console.log(JSON.stringify(results));

async function measure(one: EngineCase): Promise<EngineResult> {
  const library = makeLibrary(one.sources);
  const text = library.draft(one.words);
  const reads: number[] = [];
  const colds: number[] = [];
  let checker = createChecker({ builtin: false });
  for (let run = 0; run < one.runs; run++) {
    checker = createChecker({ builtin: false });
    await profiled(one, "read", () => reads.push(timed(() => setSources(checker, library.sources))));
    await profiled(one, "cold", () => colds.push(timed(() => checker.check({ uri: "draft.md", text }))));
  }
  const { claims } = checker.check({ uri: "draft.md", text });
  const keys: number[] = [];
  await profiled(one, "keystroke", () =>
    keys.push(...typeInto(text, one.keys, (edited) => checker.check({ uri: "draft.md", text: edited }))),
  );
  const peers = one.profile ? [] : Array.from({ length: one.runs }, () => timed(() => lintOnce(text)));
  return {
    ...one,
    counted: countWords(text),
    claims: claims.length,
    contradicted: claims.filter(({ verdict }) => verdict === "contradicted").length,
    read: timingOf(reads),
    cold: timingOf(colds),
    keystroke: timingOf(keys),
    peer: peers.length > 0 ? timingOf(peers) : null,
    memory: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

/** Runs a part; where it is the one to profile, its profile is written (of several runs, the last). */
async function profiled({ profile }: EngineCase, part: Part, task: () => void): Promise<void> {
  if (profile?.part !== part) return task();
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: 200 });
  await session.post("Profiler.start");
  task();
  const stopped = await session.post("Profiler.stop");
  session.disconnect();
  writeFileSync(profile.file, JSON.stringify(stopped.profile));
}

function setSources(checker: Checker, sources: readonly Text[]): void {
  for (const source of sources) checker.setSource(source);
}

/** Types letter by letter; the milliseconds that each takes to check. */
function typeInto(text: string, count: number, check: (text: string) => void): number[] {
  let edited = text;
  return keystrokes(text, count).map(({ offset, letter }) => {
    edited = edited.slice(0, offset) + letter + edited.slice(offset);
    return timed(() => check(edited));
  });
}

function lintOnce(text: string): void {
  lint({ strings: { draft: text } });
}
