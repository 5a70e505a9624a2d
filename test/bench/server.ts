/**
 * Measures the bundled language server over stdio as an editor talks to it: with twenty sources on disk, drafts opened,
 * letters typed, diagnostics pulled. Knows the protocol through the tests' small editor only.
 */
import { Editor } from "../lsp/support/editor.ts";
import { NODE } from "./bundle.ts";
import { keystrokes } from "./keystrokes.ts";
import { makeLibrary } from "./texts.ts";
import { type Timing, timedLater, timingOf } from "./timing.ts";

const SOURCES = 20;

export interface ServerResult {
  /** Milliseconds from the start of the process to the diagnostics of a 1,000-word draft, its sources read. */
  readonly start: Timing;
  /** A 1,000-word draft opened in a server that has checked others. */
  readonly open: Timing;
  /** A keystroke told and its diagnostics pulled, by the draft's words. */
  readonly edits: readonly { readonly words: number; readonly edit: Timing }[];
}

export interface ServerPlan {
  readonly starts: number;
  readonly opens: number;
  readonly keys: number;
  readonly sizes: readonly number[];
}

export async function measureServer(bundled: string, plan: ServerPlan): Promise<ServerResult> {
  const command = [...NODE, bundled, "--stdio"].join(" ");
  const library = makeLibrary(SOURCES);
  const files = Object.fromEntries(library.sources.map(({ uri, text }) => [uri, text]));
  const starts: number[] = [];
  for (let run = 0; run < plan.starts; run++)
    starts.push(await timeStart(command, files, library.draft(1000)));

  const editor = await Editor.open({ server: command, files });
  try {
    const times: number[] = [];
    for (let run = 0; run < plan.opens + 3; run++) {
      times.push(await timeOpen(editor, `draft-${run}.md`, library.draft(1000, run + 2)));
    }
    const edits: ServerResult["edits"][number][] = [];
    for (const words of plan.sizes) {
      edits.push({
        words,
        edit: await timeEdits(editor, `long-${words}.md`, library.draft(words, 99), plan.keys),
      });
    }
    // The first three drafts warm the server up.
    return { start: timingOf(starts), open: timingOf(times.slice(3)), edits };
  } finally {
    await editor.close();
  }
}

async function timeStart(command: string, files: Record<string, string>, text: string): Promise<number> {
  let editor: Editor | undefined;
  const took = await timedLater(async () => {
    editor = await Editor.open({ server: command, files });
    await editor.pull(await editor.openDraft("first.md", text));
  });
  await editor?.close();
  return took;
}

async function timeOpen(editor: Editor, path: string, text: string): Promise<number> {
  let uri = "";
  const took = await timedLater(async () => {
    uri = await editor.openDraft(path, text);
    await editor.pull(uri);
  });
  await editor.closeDraft(uri);
  return took;
}

async function timeEdits(editor: Editor, path: string, text: string, count: number): Promise<Timing> {
  const uri = await editor.openDraft(path, text);
  let known = (await editor.pull(uri)).resultId;
  const times: number[] = [];
  for (const { line, character, letter } of keystrokes(text, count)) {
    const position = { line, character };
    times.push(
      await timedLater(async () => {
        await editor.edit(uri, [{ range: { start: position, end: position }, newText: letter }]);
        known = (await editor.pull(uri, known)).resultId;
      }),
    );
  }
  await editor.closeDraft(uri);
  return timingOf(times);
}
