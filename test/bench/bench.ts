/**
 * How fast Claimcheck is, on generated texts, as bundled:
 *   npm run bench [-- --quick] [--record] [--only server|engine|library]
 *   npm run bench -- --profile read|cold|keystroke [--words 5000] [--sources 20]
 * Each figure is the fastest, the median and the 95th percentile in milliseconds, with markdownlint over the same text in
 * the same run beside it. `--record` appends a line to history.jsonl; `--profile` prints where a part's time goes instead.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundle, NODE } from "./bundle.ts";
import type { EngineCase, EngineResult, Part } from "./engine.ts";
import { type LibraryPlan, type LibraryResult, measureLibrary } from "./library.ts";
import { summarize } from "./profile.ts";
import { measureServer, type ServerPlan, type ServerResult } from "./server.ts";
import type { Timing } from "./timing.ts";

const HISTORY = fileURLToPath(new URL("history.jsonl", import.meta.url));
/** Milliseconds, of medians. */
const TARGETS = { open: 300, edit: 10, keystroke: 10, index: 20_000, cached: 2000 };

const FULL: readonly EngineCase[] = [
  { words: 1000, sources: 20, runs: 10, keys: 70 },
  { words: 5000, sources: 20, runs: 7, keys: 70 },
  { words: 20_000, sources: 20, runs: 4, keys: 70 },
  { words: 50_000, sources: 20, runs: 3, keys: 70 },
  { words: 5000, sources: 1, runs: 5, keys: 70 },
  { words: 5000, sources: 200, runs: 3, keys: 70 },
];
const QUICK: readonly EngineCase[] = [
  { words: 1000, sources: 20, runs: 3, keys: 28 },
  { words: 5000, sources: 20, runs: 2, keys: 28 },
  { words: 5000, sources: 1, runs: 2, keys: 28 },
];
const FULL_SERVER: ServerPlan = { starts: 5, opens: 20, keys: 70, sizes: [1000, 5000, 20_000, 50_000] };
const QUICK_SERVER: ServerPlan = { starts: 2, opens: 6, keys: 28, sizes: [1000] };
const FULL_LIBRARY: LibraryPlan = { sources: 1000, words: 2000, keys: 70 };
const QUICK_LIBRARY: LibraryPlan = { sources: 200, words: 2000, keys: 28 };

const { values } = parseArgs({
  options: {
    quick: { type: "boolean" },
    record: { type: "boolean" },
    profile: { type: "string" },
    words: { type: "string", default: "5000" },
    sources: { type: "string", default: "20" },
    only: { type: "string" },
  },
});
const part = (["read", "cold", "keystroke"] as const).find((name) => name === values.profile);
if (values.profile !== undefined && !part) throw new Error("--profile takes read, cold or keystroke.");
const bundles = await bundle(!part);
if (part) printProfile(part);
else await measure();

async function measure(): Promise<void> {
  const { quick, only } = values;
  const wants = (name: string) => only === undefined || only === name;
  const server = wants("server")
    ? await measureServer(bundles.server, quick ? QUICK_SERVER : FULL_SERVER)
    : null;
  if (server) printServer(server);
  const library = wants("library")
    ? await measureLibrary(bundles.server, quick ? QUICK_LIBRARY : FULL_LIBRARY)
    : null;
  if (library) printLibrary(library);
  const engine = wants("engine") ? runEngine(quick ? QUICK : FULL) : [];
  if (engine.length > 0) printEngine(engine);
  if (values.record) record(server, library, engine);
}

function runEngine(cases: readonly EngineCase[]): EngineResult[] {
  const { status, stdout } = spawnSync(NODE[0], [...NODE.slice(1), bundles.engine, JSON.stringify(cases)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error("The engine's bench failed.");
  return JSON.parse(stdout) as EngineResult[];
}

function printServer({ start, open, edits }: ServerResult): void {
  console.log("Language server over stdio, 20 sources, milliseconds (fastest, median, 95th percentile)");
  console.log(`  first diagnostics of a 1,000-word draft, server just started  ${told(start)}`);
  console.log(`  first diagnostics of a 1,000-word draft, server warm          ${told(open, TARGETS.open)}`);
  for (const { words, edit } of edits)
    console.log(
      `  a keystroke in ${grouped(words).padStart(6)} words, told and answered          ${told(edit, TARGETS.edit)}`,
    );
}

function printLibrary({ sources, words, first, cached, cache, edit }: LibraryResult): void {
  console.log(
    `\nA library of ${grouped(sources)} sources of ${grouped(words)} words, language server, milliseconds`,
  );
  const start = (name: string, times: LibraryResult["first"], target: number) => {
    const { known, knownBusy, diagnostics, busy, pause, reports } = times;
    const verdict = known <= target ? "met" : "missed";
    console.log(
      `  ${name}: known after ${grouped(known)} (processor ${grouped(knownBusy)}; target ${grouped(target)}: ${verdict}), first diagnostics after ${grouped(diagnostics)} (processor ${grouped(busy)}), longest wait for an answer ${pause}, progress shown ${reports} times`,
    );
  };
  start("first start", first, TARGETS.index);
  start(`from a cache of ${cache} MB`, cached, TARGETS.cached);
  console.log(`  a keystroke in 1,000 words, told and answered  ${told(edit, TARGETS.edit)}`);
}

function printEngine(results: readonly EngineResult[]): void {
  console.log(
    "\nEngine in one process, milliseconds (fastest, median, 95th percentile); peer: markdownlint, the whole text",
  );
  for (const { words, sources, read, cold, keystroke, peer, claims, contradicted, memory } of results) {
    console.log(
      `  ${grouped(words)} words, ${grouped(sources)} ${sources === 1 ? "source" : "sources"} (${grouped(claims)} claims, ${grouped(contradicted)} contradicted; ${memory} MB)`,
    );
    console.log(`    read the sources  ${told(read)}`);
    console.log(`    check cold        ${told(cold)}   ${ratio(cold, peer)}`);
    console.log(`    one keystroke     ${told(keystroke, TARGETS.keystroke)}   ${ratio(keystroke, peer)}`);
    if (peer) console.log(`    markdownlint      ${told(peer)}`);
  }
}

function told({ min, p50, p95 }: Timing, target?: number): string {
  const verdict = target === undefined ? "" : `   target ${target}: ${p50 <= target ? "met" : "missed"}`;
  return `${String(min).padStart(7)} ${String(p50).padStart(7)} ${String(p95).padStart(7)}${verdict}`;
}

function ratio({ p50 }: Timing, peer: Timing | null): string {
  return peer ? `${(p50 / peer.p50).toFixed(2)} × markdownlint` : "";
}

function grouped(value: number): string {
  return value.toLocaleString("en-US");
}

/** Where the time of one part goes. */
function printProfile(part: Part): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), "claimcheck-profile-"));
  const file = path.join(folder, "part.cpuprofile");
  const words = Number(values.words);
  const sources = Number(values.sources);
  printEngine(runEngine([{ words, sources, runs: 4, keys: 140, profile: { part, file } }]));
  const { own, whole, files } = summarize(file, bundles.engine, 30);
  console.log(`\nFunctions, their own time\n${own.join("\n")}`);
  console.log(`\nFunctions, with what they call\n${whole.join("\n")}`);
  console.log(`\nFiles\n${files.join("\n")}`);
  rmSync(folder, { recursive: true, force: true });
}

function record(
  server: ServerResult | null,
  library: LibraryResult | null,
  engine: readonly EngineResult[],
): void {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const line = {
    date: new Date().toISOString().slice(0, 10),
    commit,
    node: process.version,
    processor: `${os.cpus().length} × ${os.cpus()[0]?.model ?? "unknown"}`,
    quick: values.quick ?? false,
    server,
    library,
    engine,
  };
  appendFileSync(HISTORY, `${JSON.stringify(line)}\n`);
  console.log("\nRecorded in test/bench/history.jsonl");
}
