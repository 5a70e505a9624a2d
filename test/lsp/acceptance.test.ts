/**
 * Accepted findings and changed sources in the editor, with the real engine: what is shown, offered and written.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { CodeAction, Diagnostic } from "vscode-languageserver/node";
import {
  type AcceptResult,
  type ClaimPlace,
  type DiagnosticData,
  Methods,
} from "../../server/src/protocol.ts";
import { Editor } from "./support/editor.ts";
import { REAL_SERVER } from "./support/servers.ts";

const SOURCE = `---
title: Ferry to run all year
published: 2024-02-18
---

The new ferry will start on 4 March 2024 from Westhaven. It carries 120 passengers and 31 cars.
`;
const DRAFT = `# Ferry

The new ferry will start on 14 March 2024 from Westhaven.

It carries 120 passengers.
`;
const BASELINE = "claimcheck-baseline.txt";

let editor: Editor;
afterEach(() => editor.close());

async function open(
  files: Record<string, string | Uint8Array> = {},
  commands: readonly string[] = [],
): Promise<string> {
  editor = await Editor.open({
    server: REAL_SERVER,
    files: { "sources/ferry.md": SOURCE, ...files },
    settings: { pause: 0, showUncited: false },
    commands,
  });
  return editor.openDraft("briefs/ferry.md", DRAFT);
}

async function codes(uri: string): Promise<unknown[]> {
  return (await editor.diagnostics(uri)).map(({ code }) => code);
}

async function placeOf(uri: string, code: string): Promise<ClaimPlace> {
  const { range, data } = (await editor.diagnostics(uri)).find((item) => item.code === code) as Diagnostic;
  return { uri, range, fingerprint: (data as DiagnosticData).fingerprint };
}

async function run(action: CodeAction | undefined): Promise<void> {
  const { command, arguments: args } = action!.command!;
  await editor.connection.sendRequest("workspace/executeCommand", { command, arguments: args });
}

describe("accepting a finding", { timeout: 60_000 }, () => {
  it("writes it with its reason beside the drafts, and is silent about it then", async () => {
    const uri = await open({}, ["claimcheck.acceptClaim"]);
    const actions = await editor.actions(uri, "14 March");
    const action = actions.find(({ title }) => title === "Accept this finding (with a reason)…");
    const place = await placeOf(uri, "date-mismatch");
    expect(action?.command).toMatchObject({ command: "claimcheck.acceptClaim", arguments: [place] });
    const params = { ...place, reason: "moved by decree" };
    const { file, problem } = await editor.connection.sendRequest<AcceptResult>(Methods.accept, params);
    expect({ file, problem }).toEqual({ file: BASELINE, problem: null });
    const text = await readFile(join(editor.root, BASELINE), "utf8");
    expect(text).toMatch(
      /\nbriefs\/ferry\.md \| date-mismatch \| [0-9a-f]{16} \| 14 March 2024 \| .* \| moved by decree\n$/,
    );
    expect(await codes(uri)).toEqual([]);
    expect(await editor.connection.sendRequest(Methods.checkAll)).toMatchObject({
      summary: { contradicted: 0 },
    });
  });

  it("takes it out of the file again, and nothing else with it", async () => {
    const other = "old.md | date-mismatch | 00112233445566ff | 1 May | 2024-01-01 | Ada | by phone";
    const uri = await open({ [BASELINE]: `# Ours\n${other}\n` });
    const place = await placeOf(uri, "date-mismatch");
    await editor.connection.sendRequest(Methods.accept, { ...place, reason: "moved by decree" });
    expect(await codes(uri)).toEqual([]);
    const { file, problem } = await editor.connection.sendRequest<AcceptResult>(Methods.withdraw, place);
    expect({ file, problem }).toEqual({ file: BASELINE, problem: null });
    expect(await readFile(join(editor.root, BASELINE), "utf8")).toBe(`# Ours\n${other}\n`);
    expect(await codes(uri)).toEqual(["date-mismatch"]);
  });

  it("takes the file away that it made, unless somebody wrote into it", async () => {
    const uri = await open();
    const place = await placeOf(uri, "date-mismatch");
    const params = { ...place, reason: "moved by decree" };
    await editor.connection.sendRequest(Methods.accept, params);
    await editor.connection.sendRequest(Methods.withdraw, place);
    expect(await readdir(editor.root)).not.toContain(BASELINE);
    expect(await codes(uri)).toEqual(["date-mismatch"]);
    await editor.connection.sendRequest(Methods.accept, params);
    const written = await readFile(join(editor.root, BASELINE), "utf8");
    await editor.write(BASELINE, `# Ours\n${written}`);
    const { problem } = await editor.connection.sendRequest<AcceptResult>(Methods.withdraw, place);
    expect(problem).toBeNull();
    expect(await readFile(join(editor.root, BASELINE), "utf8")).toMatch(/^# Ours\n(?:# .*\n){2}$/);
  });

  it("follows the file, and a client without the command accepts without a reason", async () => {
    const uri = await open();
    const actions = await editor.actions(uri, "14 March");
    await run(actions.find(({ title }) => title.startsWith("Accept this finding")));
    expect(await codes(uri)).toEqual([]);
    await editor.write(BASELINE, "# nothing\n");
    await editor.tell(BASELINE, 2);
    await editor.until("the finding is back", async () => (await codes(uri)).includes("date-mismatch"));
  });

  it("leaves a file with a mistake alone", async () => {
    const uri = await open({ [BASELINE]: "<<<<<<< HEAD\n" });
    const params = { ...(await placeOf(uri, "date-mismatch")), reason: "x" };
    const { problem } = await editor.connection.sendRequest<AcceptResult>(Methods.accept, params);
    expect(problem).toContain(`${BASELINE}, line 1: left over from a merge`);
    expect(await readFile(join(editor.root, BASELINE), "utf8")).toBe("<<<<<<< HEAD\n");
  });

  it("leaves a file alone that cannot be read, and says so at the file", async () => {
    const bytes = Buffer.from(
      "\0old.md | date-mismatch | 00112233445566ff | 1 May | 2024-01-01 | Ada | by phone\n",
    );
    const uri = await open({ [BASELINE]: bytes });
    const place = await placeOf(uri, "date-mismatch");
    const shown = await editor.until("the file has a diagnostic", () =>
      editor.pushed.find((params) => params.uri === editor.uri(BASELINE)),
    );
    expect(shown.diagnostics.map(({ message }) => message)).toEqual([
      `${BASELINE} cannot be read (it is no text), so nothing counts as accepted. Correct the file or its permissions.`,
    ]);
    const params = { ...place, reason: "moved by decree" };
    const { file, problem } = await editor.connection.sendRequest<AcceptResult>(Methods.accept, params);
    expect(file).toBeNull();
    expect(problem).toBe(`${BASELINE} cannot be read (it is no text). Nothing was accepted.`);
    expect(await readFile(join(editor.root, BASELINE))).toEqual(bytes);
    await editor.write(BASELINE, "# Ours\n");
    await editor.tell(BASELINE, 2);
    await editor.until("the diagnostic is gone", () =>
      editor.pushed.some((params) => params.uri === editor.uri(BASELINE) && params.diagnostics.length === 0),
    );
  });

  it("is in the file that claimcheck.yaml names", async () => {
    const uri = await open({ "claimcheck.yaml": "baseline: accepted.txt\n" });
    const params = { ...(await placeOf(uri, "date-mismatch")), reason: "x" };
    const { file } = await editor.connection.sendRequest<AcceptResult>(Methods.accept, params);
    expect(file).toBe("accepted.txt");
    expect(await codes(uri)).toEqual([]);
  });
});

describe("a source that changes", { timeout: 60_000 }, () => {
  async function change(from: string, to: string): Promise<void> {
    await editor.write("sources/ferry.md", SOURCE.replace(from, to));
    await editor.tell("sources/ferry.md", 2);
  }

  it("marks the claims on the changed passage, and only them, until they are acknowledged", async () => {
    const uri = await open();
    expect(await codes(uri)).toEqual(["date-mismatch"]);
    await change("It carries 120 passengers", "On most days it carries 120 passengers");
    await editor.until("a claim is stale", async () => (await codes(uri)).includes("stale"));
    const stale = (await editor.diagnostics(uri)).filter(({ code }) => code === "stale");
    expect(stale.map(({ range }) => editor.wordsAt(uri, range))).toEqual(["carries 120"]);
    expect(stale[0]!.message).toContain("has changed since this was checked");
    const actions = await editor.actions(uri, "120");
    await run(actions.find(({ title }) => title === "Keep this claim: the source was looked at"));
    expect(await codes(uri)).toEqual(["date-mismatch"]);
  });

  it("is told with the finding where it contradicts a claim, and no more once that is accepted", async () => {
    const uri = await open();
    expect(await codes(uri)).toEqual(["date-mismatch"]);
    await change("120 passengers", "140 passengers");
    await editor.until("it is contradicted", async () => (await codes(uri)).includes("quantity-mismatch"));
    const found = await editor.diagnostics(uri);
    expect(found.map(({ code }) => code)).toEqual(["date-mismatch", "quantity-mismatch"]);
    expect(found[1]!.message).toMatch(/ It no longer says: “It carries 120 passengers and 31 cars\.”$/);
    const params = { ...(await placeOf(uri, "quantity-mismatch")), reason: "the number of seats" };
    await editor.connection.sendRequest(Methods.accept, params);
    expect(await codes(uri)).toEqual(["date-mismatch"]);
  });

  it("is acknowledged for all claims by a new check", async () => {
    const uri = await open();
    await codes(uri);
    await change("It carries 120 passengers and 31 cars.", "");
    await editor.until("a claim is stale", async () => (await codes(uri)).includes("stale"));
    await editor.connection.sendRequest(Methods.acknowledge, { uri });
    expect(await codes(uri)).not.toContain("stale");
  });
});

describe("a card on what is not told as a finding", { timeout: 60_000 }, () => {
  async function card(uri: string, words: string): Promise<string> {
    return ((await editor.hover(uri, words))?.contents as { value: string } | undefined)?.value ?? "";
  }

  it("says who accepted it, when and why, with the finding below", async () => {
    const uri = await open();
    const { fingerprint } = await placeOf(uri, "date-mismatch");
    const line = `briefs/ferry.md | date-mismatch | ${fingerprint} | 14 March 2024 | 2024-02-20 | Ada Brandt | moved by *decree*`;
    await editor.write(BASELINE, `${line}\n`);
    await editor.tell(BASELINE, 1);
    await editor.until("it is accepted", async () => (await codes(uri)).length === 0);
    expect(await card(uri, "14 March")).toMatch(
      /^☑ \*\*Accepted\*\* by Ada Brandt on 20 February 2024: “moved by \\\*decree\\\*”\n\n---\n\n✗ \*\*The source says otherwise\*\*[\s\S]*\*\*4 March 2024\*\*/,
    );
  });

  it("says which directive ignores it and why, with the finding below", async () => {
    const base = await open();
    const text = DRAFT.replace(
      "\nThe new ferry",
      "\n<!-- claimcheck-ignore date-mismatch: agreed by phone -->\nThe new ferry",
    );
    const uri = await editor.openDraft("briefs/other.md", text);
    expect(base).not.toBe(uri);
    expect(await codes(uri)).toEqual([]);
    expect(await card(uri, "14 March")).toMatch(
      /^☑ \*\*Ignored\*\* by the directive in \[line 3\]\(<[^>]*>\): “agreed by phone”\n\n---\n\n✗ \*\*The source says otherwise/,
    );
  });

  it("says what the source no longer says, where it has changed, with the finding as it is now", async () => {
    const uri = await open();
    await codes(uri);
    const moved = SOURCE.replace("It carries 120 passengers", "On most days it carries 120 passengers");
    await editor.write("sources/ferry.md", moved);
    await editor.tell("sources/ferry.md", 2);
    await editor.until("a claim is stale", async () => (await codes(uri)).includes("stale"));
    expect(await card(uri, "120")).toMatch(
      /^↻ \*\*The source has changed\*\*\n\n“Ferry to run all year” \(18 February 2024\) has changed since this was checked\. It no longer says: “It carries 120 passengers and 31 cars\.”\n\n---\n\n✓ \*\*Supported/,
    );
    // The mark is not taken off by looking at it.
    expect(await codes(uri)).toContain("stale");
  });
});
