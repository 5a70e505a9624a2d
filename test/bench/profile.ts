/**
 * Sums a V8 CPU profile of a bundle up: which functions and which files the time is spent in. Knows the profile's format,
 * and that the bundler heads each file with a comment of its path.
 */
import { readFileSync } from "node:fs";
import path from "node:path";

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}

interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

export interface ProfileSummary {
  /** Functions by the time spent in themselves, most first. */
  readonly own: readonly string[];
  /** Functions by the time spent in them and in what they call. */
  readonly whole: readonly string[];
  /** Files by the time spent in their own functions. */
  readonly files: readonly string[];
}

/** What is no work of ours; `dispatch` is the profiler at its own. */
const PASSED_OVER: ReadonlySet<string> = new Set(["(idle)", "(root)", "(program)", "dispatch"]);

/** The `count` costliest functions and files of a profile, as lines to print. */
export function summarize(file: string, bundle: string, count: number): ProfileSummary {
  const profile = JSON.parse(readFileSync(file, "utf8")) as CpuProfile;
  const origin = originsOf(readFileSync(bundle, "utf8"));
  const time = selfTimes(profile);
  const own = new Map<string, number>();
  const files = new Map<string, number>();
  let total = 0;
  for (const node of profile.nodes) {
    const spent = time.get(node.id) ?? 0;
    const { functionName, url, lineNumber } = node.callFrame;
    if (PASSED_OVER.has(functionName)) continue;
    const place = url.endsWith(path.basename(bundle)) ? origin(lineNumber) : url || "(V8 itself)";
    add(own, titleOf(node, place), spent);
    add(files, place, spent);
    total += spent;
  }
  const lines = (sums: Map<string, number>) => top(sums, total, count);
  return { own: lines(own), whole: lines(wholeTimes(profile, time, origin, bundle)), files: lines(files) };
}

/** Microseconds of each node's own. */
function selfTimes({ samples, timeDeltas }: CpuProfile): Map<number, number> {
  const time = new Map<number, number>();
  for (const [at, id] of samples.entries()) time.set(id, (time.get(id) ?? 0) + timeDeltas[at]!);
  return time;
}

/** Each function with all it calls; a recursion counts once. */
function wholeTimes(
  { nodes }: CpuProfile,
  time: ReadonlyMap<number, number>,
  origin: (line: number) => string,
  bundle: string,
): Map<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const sums = new Map<string, number>();
  const walk = (node: ProfileNode, above: ReadonlySet<string>): number => {
    const ours = node.callFrame.url.endsWith(path.basename(bundle));
    const title = ours ? titleOf(node, origin(node.callFrame.lineNumber)) : "";
    const inside = title === "" || above.has(title) ? above : new Set(above).add(title);
    let spent = time.get(node.id) ?? 0;
    for (const child of node.children ?? []) spent += walk(byId.get(child)!, inside);
    if (title !== "" && !above.has(title)) add(sums, title, spent);
    return spent;
  };
  walk(nodes[0]!, new Set());
  return sums;
}

function titleOf({ callFrame }: ProfileNode, file: string): string {
  const place = callFrame.url ? `  ${file} (bundle ${callFrame.lineNumber + 1})` : "";
  return `${callFrame.functionName || "(anonymous)"}${place}`;
}

/** Which file a line of the bundle comes from. */
function originsOf(text: string): (line: number) => string {
  const starts: { line: number; file: string }[] = [];
  for (const [line, words] of text.split("\n").entries()) {
    if (/^\s{0,4}\/\/ (?:server|client|test|node_modules)\/\S+$/.test(words))
      starts.push({ line, file: words.trim().slice(3) });
  }
  return (line) => starts.findLast((start) => start.line <= line)?.file ?? "(bundle)";
}

function add(sums: Map<string, number>, key: string, spent: number): void {
  sums.set(key, (sums.get(key) ?? 0) + spent);
}

function top(sums: Map<string, number>, total: number, count: number): string[] {
  return [...sums]
    .sort((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(
      ([key, time]) =>
        `${(time / 1000).toFixed(0).padStart(7)} ms ${((100 * time) / total).toFixed(1).padStart(5)} %  ${key}`,
    );
}
