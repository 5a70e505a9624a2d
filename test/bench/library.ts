/**
 * Measures the bundled language server on a large library: a thousand sources of two thousand words on disk. How long
 * until all are known, the first time and from the cache, until a draft's first diagnostics, and what a keystroke costs
 * meanwhile and afterwards.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Editor, type EditorOptions } from "../lsp/support/editor.ts";
import { NODE } from "./bundle.ts";
import { keystrokes } from "./keystrokes.ts";
import { makeLibrary } from "./texts.ts";
import { type Timing, timedLater, timingOf } from "./timing.ts";

export interface LibraryPlan {
  readonly sources: number;
  readonly words: number;
  readonly keys: number;
}

export interface LibraryResult extends LibraryPlan {
  /** Milliseconds from the start of the process until all sources are known, and to the first diagnostics of a draft. */
  readonly first: Start;
  readonly cached: Start;
  /** Megabytes on disk. */
  readonly cache: number;
  /** A keystroke told and its diagnostics pulled, in a draft of 1,000 words. */
  readonly edit: Timing;
}

interface Start {
  readonly known: number;
  readonly diagnostics: number;
  /** The processor's time until then, which other programs on the machine do not lengthen as much. */
  readonly knownBusy: number;
  readonly busy: number;
  /** The longest that a request waited for an answer while sources were being read: what typing would feel. */
  readonly pause: number;
  /** How often progress was shown. */
  readonly reports: number;
}

export async function measureLibrary(bundled: string, plan: LibraryPlan): Promise<LibraryResult> {
  const { sources, draft } = makeLibrary(plan.sources, { words: plan.words });
  const [root, cache] = ["files", "cache"].map((name) =>
    mkdtempSync(path.join(tmpdir(), `claimcheck-bench-${name}-`)),
  ) as [string, string];
  mkdirSync(path.join(root, "sources"));
  for (const { uri, text } of sources) writeFileSync(path.join(root, uri), text);
  const options = { root, cache, server: [...NODE, bundled, "--stdio"].join(" "), settings: { pause: 0 } };
  try {
    const first = await withEditor(options, (editor, begun) =>
      timeStart(editor, begun, draft(1000), plan.sources),
    );
    return await withEditor(options, async (editor, begun) => {
      const cached = await timeStart(editor, begun, draft(1000), plan.sources);
      const edit = await timeEdits(editor, draft(1000), plan.keys);
      return { ...plan, first, cached, cache: megabytesIn(cache), edit };
    });
  } finally {
    for (const folder of [root, cache]) rmSync(folder, { recursive: true, force: true });
  }
}

async function withEditor<T>(
  options: EditorOptions,
  work: (editor: Editor, begun: number) => Promise<T>,
): Promise<T> {
  const begun = performance.now();
  const editor = await Editor.open(options);
  try {
    return await work(editor, begun);
  } finally {
    await editor.close();
  }
}

async function timeStart(editor: Editor, begun: number, text: string, count: number): Promise<Start> {
  const uri = await editor.openDraft("draft.md", text);
  let diagnostics = 0;
  const pulled = editor.pull(uri).then(() => {
    diagnostics = performance.now() - begun;
  });
  let pause = 0;
  const isKnown = () => (editor.statuses.at(-1)?.sources.length ?? 0) >= count;
  for (let asked = performance.now(); !isKnown(); asked = performance.now()) {
    // A request that the server does not know is refused as soon as it is seen.
    await editor.connection.sendRequest("claimcheck/nothing").catch(() => null);
    pause = Math.max(pause, performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const [known, knownBusy] = [performance.now() - begun, processorTime(editor)];
  await pulled;
  const busy = processorTime(editor);
  const rounded = Object.entries({ known, knownBusy, diagnostics, busy, pause }).map(([name, time]) => [
    name,
    Math.round(time),
  ]);
  return { ...Object.fromEntries(rounded), reports: editor.progress.length } as Start;
}

/** Milliseconds that a processor has worked for the server so far; NaN where the system does not tell. */
function processorTime({ serverId }: Editor): number {
  try {
    const fields = readFileSync(`/proc/${serverId}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

async function timeEdits(editor: Editor, text: string, keys: number): Promise<Timing> {
  const uri = editor.uri("draft.md");
  let known = (await editor.pull(uri)).resultId;
  const times: number[] = [];
  for (const { line, character, letter } of keystrokes(text, keys)) {
    const position = { line, character };
    times.push(
      await timedLater(async () => {
        await editor.edit(uri, [{ range: { start: position, end: position }, newText: letter }]);
        known = (await editor.pull(uri, known)).resultId;
      }),
    );
  }
  return timingOf(times);
}

function megabytesIn(folder: string): number {
  const sizes = readdirSync(folder).map((name) => statSync(path.join(folder, name)).size);
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1e5) / 10;
}
