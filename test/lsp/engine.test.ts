/**
 * The server as it ships, engine included: few tests, for what the fake engine cannot show. `CLAIMCHECK_SERVER` names
 * another command, such as the bundle's.
 */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createProtocolConnection,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
} from "vscode-languageserver/node";
import { type ClaimExplanationResult, Methods, type Status } from "../../server/src/protocol.ts";
import { Editor } from "./support/editor.ts";
import { REAL_SERVER } from "./support/servers.ts";

const SOURCE = `---
title: Ferry to run all year
publisher: Island Council
published: 2024-02-18
url: https://council.example.org/ferry
---

The new ferry will start on 4 March 2024 from Westhaven. It carries 120 passengers and 31 cars.

“We will keep the night crossing for at least two winters,” said Ada Brandt, the council's transport director.
`;

const DRAFT = `# Ferry

The new ferry will start on 14 March 2024 from Westhaven. It carries 120 passengers.
`;

it("starts over node-ipc, as the extension starts it", async () => {
  const main = fileURLToPath(new URL("../../server/src/lsp/main.ts", import.meta.url));
  const server = fork(main, ["--node-ipc"], {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const connection = createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
  connection.listen();
  const params = { processId: process.pid, rootUri: null, workspaceFolders: null, capabilities: {} };
  const { serverInfo } = await connection.sendRequest<InitializeResult>("initialize", params);
  expect(serverInfo?.name).toBe("Claimcheck");
  await connection.sendRequest("shutdown");
  const ended = new Promise((resolve) => server.once("exit", resolve));
  await connection.sendNotification("exit");
  expect(await ended).toBe(0);
  connection.dispose();
}, 30_000);

describe("the server with its engine", () => {
  let editor: Editor;
  beforeAll(async () => {
    editor = await Editor.open({
      server: REAL_SERVER,
      files: { "sources/ferry.md": SOURCE },
      settings: { pause: 0 },
    });
  }, 30_000);
  afterAll(() => editor.close());

  it("flags a wrong date, corrects it, and is silent then", async () => {
    const uri = await editor.openDraft("draft.md", DRAFT);
    const finding = (await editor.diagnostics(uri)).find((item) => item.code === "date-mismatch");
    expect(editor.wordsAt(uri, finding!.range)).toContain("14");
    const [fix] = await editor.actions(uri, "14 March");
    await editor.apply(uri, fix!);
    expect(editor.text(uri)).toBe(DRAFT.replace("14 March", "4 March"));
    expect((await editor.diagnostics(uri)).filter((item) => item.code !== "uncited")).toEqual([]);
    await editor.closeDraft(uri);
  });

  it("explains the claim at a place: what it was held against, and how sure that is", async () => {
    const uri = await editor.openDraft("wondering.md", DRAFT);
    const ask = (words: string) =>
      editor.connection.sendRequest<ClaimExplanationResult>(Methods.explainClaim, {
        uri,
        position: editor.at(uri, words),
      });
    const { text, problem } = await ask("14 March");
    expect(problem).toBeNull();
    expect(text).toContain("(date, line 3): contradicted");
    expect(text).toContain("**4 March 2024** disagrees; the likelihood that both speak of the same fact is");
    expect(text).toContain(", sources/ferry.md, line 8");
    expect(text).not.toContain("120 passengers** ");
    expect((await ask("120")).text).toContain("(quantity, line 3): supported");
    await editor.closeDraft(uri);
  });

  it("follows what is typed in a draft and in its source", async () => {
    const uri = await editor.openDraft("typed.md", DRAFT);
    await editor.replace(uri, "14 March", "4 March");
    expect((await editor.diagnostics(uri)).map((item) => item.code)).not.toContain("date-mismatch");
    await editor.write("sources/ferry.md", SOURCE.replace("4 March", "8 March"));
    await editor.tell("sources/ferry.md", 2);
    await editor.until("the changed source counts", async () =>
      (await editor.diagnostics(uri)).some((item) => item.code === "date-mismatch"),
    );
    await editor.closeDraft(uri);
  });

  it("answers on one line of a megabyte, on odd characters and on nothing", async () => {
    const odd = [
      "",
      "\uFEFF",
      "\0\0\0",
      "😀".repeat(1000),
      "[^".repeat(5000),
      "| ".repeat(5000),
      "“".repeat(5000),
    ];
    for (const [index, text] of odd.entries()) {
      const uri = await editor.openDraft(`odd-${index}.md`, text);
      expect((await editor.pull(uri)).kind).toBe("full");
      await editor.closeDraft(uri);
    }
    const long = await editor.openDraft(
      "long.md",
      "The ferry carries 120 passengers on 4 March 2024. ".repeat(20_000),
    );
    expect((await editor.pull(long)).kind).toBe("full");
    await editor.closeDraft(long);
  }, 90_000);

  it("stops a long check when it is cancelled, and answers others meanwhile", async () => {
    const paragraph =
      "The ferry to Easthaven carries 90 passengers since 3 May 2021, as the council said.\n\n";
    const uri = await editor.openDraft("cancel.md", paragraph.repeat(4000));
    const started = Date.now();
    await expect(editor.cancelled(uri)).rejects.toMatchObject({ code: -32800 });
    const status = await editor.connection.sendRequest<Status>(Methods.status);
    expect(status.sources).toHaveLength(1);
    expect(Date.now() - started).toBeLessThan(10_000);
    await editor.closeDraft(uri);
  }, 60_000);
});
