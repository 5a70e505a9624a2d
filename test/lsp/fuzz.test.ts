/**
 * The server as it ships under random work: documents opened, edited by right and wrong ranges, closed and opened again,
 * requests of all kinds and cancelled ones, sources that come and go. It answers all of them, soon; nothing fails inside; and
 * in the end an edited draft has the diagnostics of one that was just opened. `FUZZ_RUNS` series, from `FUZZ_SEED` on.
 */
import { rm } from "node:fs/promises";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CancellationTokenSource, type Diagnostic, LSPErrorCodes } from "vscode-languageserver/node";
import { TextDocument, type TextDocumentContentChangeEvent } from "vscode-languageserver-textdocument";
import { Methods } from "../../server/src/protocol.ts";
import { fuzz, PATIENT, PIECES } from "../support/hostile.ts";
import { Editor } from "./support/editor.ts";
import { REAL_SERVER } from "./support/servers.ts";

const FACTS = [
  "The new ferry will start on 4 March 2024 from Westhaven. It carries 120 passengers and 31 cars.\n",
  "---\ntitle: Ferry\npublished: 2024-02-18\nurl: https://council.example.org/f\n---\n\nThe ferry cost 12 million euros.\n",
  "| Year | Cars |\n| --- | --- |\n| 2023 | 1,200 |\n| 2024 | 1,350 |\n",
  "---\nsource: a.md\n---\n\n- The ferry carries 130 passengers.\n  - also: the Boreas\n  - not after: 2024-12-31\n",
  "“We will keep the night crossing,” said Ada Brandt, the transport director.\n",
  "",
];
const PROSE = [
  "The new ferry will start on 14 March 2024 from Westhaven. It carries 120 passengers.",
  "It cost 13 million euros.[^1]",
  "“We will keep the day crossing,” said Ada Brandt [@ferry, p. 3].",
  "- The ferry carries 31 cars ([Council](https://council.example.org/f)).\n- In 2024 it was 1,450.",
  "| Year | Cars |\n| --- | --- |\n| 2023 | 1,200 |\n| 2024 | 1,450 |",
  "<!-- claimcheck-ignore: known -->",
  "> The mayor said that it starts in May.",
  "[^1]: “Ferry”, 18 February 2024.",
  "---\nsources: [more/*.md]\nbibliography: references.bib\ndate: 2024-03-01\n---\n",
  "# Ferry\n",
  "",
];
const WORKSPACE: Readonly<Record<string, readonly string[]>> = {
  "sources/a.md": FACTS,
  "sources/b.txt": FACTS,
  "references/c.md": FACTS,
  "more/d.md": FACTS,
  "references.bib": [
    "@misc{ferry, title={Ferry}, url={https://council.example.org/f}}\n",
    "@misc{ferry, file={more/d.md}}",
    "@{",
  ],
  "claimcheck.yaml": [
    "builtin: false\n",
    "exclude: [references]\n",
    "sources: [sources, more]\n",
    "a: [",
    "",
  ],
  "claimcheck-baseline.txt": [
    "# none\n",
    "a.md | uncited | 0123456789abcdef | w | 2024-01-01 | A | so\n",
    "x",
  ],
};
const OPEN = ["a.md", "deep/b.md", "sources/a.md", "references/c.md"];
const SETTINGS = [
  {},
  { severity: { uncited: "off" } },
  { maxFileSize: 0.001 },
  { sources: ["more"] },
  { builtin: false },
];
const REQUESTS = [
  "textDocument/diagnostic",
  "textDocument/hover",
  "textDocument/definition",
  "textDocument/references",
  "textDocument/codeAction",
  "textDocument/completion",
  ...Object.values(Methods).filter((method) => method !== Methods.accept && method !== Methods.withdraw),
];

const pick = fc.nat(1_000_000);
const words = fc.oneof(
  fc.constantFrom(...PROSE, "ferry", "4", "\n", "\n\n", "", " "),
  fc.constantFrom<string>(...PIECES),
);
const position = fc.record({
  line: fc.oneof({ weight: 8, arbitrary: fc.nat(12) }, fc.constantFrom(-1, 1e4, 2 ** 31 - 1)),
  character: fc.oneof({ weight: 8, arbitrary: fc.nat(60) }, fc.constantFrom(-3, 1e4, 2 ** 31 - 1)),
});
const change = fc.oneof(
  { weight: 6, arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text: words }) },
  fc.record({ text: fc.array(words, { maxLength: 6 }).map((list) => list.join("\n\n")) }),
);
/** A version after the last one, or not. */
const step = fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, fc.constantFrom(0, -3, 7));

const action = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant("edit" as const),
      pick,
      step,
      changes: fc.array(change, { maxLength: 3 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant("ask" as const),
      pick,
      position,
      method: fc.constantFrom(...REQUESTS),
      after: fc.constantFrom(-1, -1, 0, 3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("reopen" as const),
      pick,
      text: fc.array(words, { maxLength: 8 }).map((list) => list.join("\n\n")),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant("file" as const), pick, content: pick, gone: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("settings" as const), pick }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("wait" as const), pick: fc.nat(40) }) },
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

/** The longest that a request may take, in milliseconds; the machine may be busy with other tests. */
const SOON = 30_000;

describe("random work", PATIENT, () => {
  let editor: Editor;
  const documents = new Map<string, TextDocument>();
  const asked: Promise<unknown>[] = [];
  const slow: string[] = [];

  beforeAll(async () => {
    const files = Object.fromEntries(Object.entries(WORKSPACE).map(([path, [first]]) => [path, first!]));
    editor = await Editor.open({ server: REAL_SERVER, files, settings: { pause: 0 } });
  }, 60_000);
  afterAll(async () => {
    await editor.close();
    expect(editor.exitCode).toBe(0);
  });

  function send(method: string, params: object): Promise<void> {
    return editor.connection.sendNotification(method, params);
  }

  /** Asks, cancels after so many milliseconds unless negative, and keeps the answer's promise. */
  function ask(method: string, params: object, after: number): void {
    const source = new CancellationTokenSource();
    const began = Date.now();
    const answer = editor.connection
      .sendRequest(method, params, source.token)
      .catch((error: { code: number }) => {
        if (!CANCELLED.includes(error.code)) throw error;
      });
    if (after >= 0) setTimeout(() => source.cancel(), after);
    asked.push(answer.then(() => Date.now() - began > SOON && slow.push(method)));
  }

  async function open(uri: string, text: string): Promise<void> {
    if (documents.has(uri)) await send("textDocument/didClose", { textDocument: { uri } });
    documents.set(uri, TextDocument.create(uri, "markdown", 1, text));
    await send("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version: 1, text } });
  }

  async function edit(uri: string, changes: TextDocumentContentChangeEvent[], by: number): Promise<void> {
    const before = documents.get(uri)!;
    const copy = TextDocument.create(uri, "markdown", before.version, before.getText());
    const version = before.version + by;
    documents.set(uri, TextDocument.update(copy, changes, version));
    await send("textDocument/didChange", { textDocument: { uri, version }, contentChanges: changes });
  }

  async function file(which: number, content: number, gone: boolean): Promise<void> {
    const names = Object.keys(WORKSPACE);
    const name = names[which % names.length]!;
    const texts = WORKSPACE[name]!;
    if (gone) await rm(`${editor.root}/${name}`, { force: true });
    else await editor.write(name, texts[content % texts.length]!);
    await editor.tell(name, gone ? 3 : 2);
  }

  async function act(one: Action): Promise<void> {
    const uri = editor.uri(OPEN[one.pick % OPEN.length]!);
    if (!documents.has(uri)) await open(uri, PROSE.join("\n\n"));
    if (one.does === "edit") await edit(uri, one.changes, one.step);
    if (one.does === "reopen") await open(uri, one.text);
    if (one.does === "file") await file(one.pick, one.content, one.gone);
    if (one.does === "wait") await new Promise((resolve) => setTimeout(resolve, one.pick));
    if (one.does === "settings") {
      editor.settings = { pause: 0, ...SETTINGS[one.pick % SETTINGS.length] };
      await send("workspace/didChangeConfiguration", { settings: null });
    }
    if (one.does === "ask") {
      const { position, method, after } = one;
      const range = { start: position, end: position };
      const more = { reason: "so", fingerprint: "x", style: "pandoc", format: "html" };
      const context = { diagnostics: [], includeDeclaration: true };
      ask(method, { textDocument: { uri }, uri, position, range, context, ...more }, after);
    }
  }

  /** What is told once all is quiet, without what only says that something has changed. */
  async function settled(uri: string): Promise<Diagnostic[]> {
    let before = "";
    return editor.until(`${uri} is at rest`, async () => {
      const { busy } = await editor.connection.sendRequest<{ busy: boolean }>(Methods.status);
      const items = await editor.diagnostics(uri).catch(() => null);
      const told = items?.filter(({ code }) => code !== "stale");
      const text = JSON.stringify(told ?? null);
      const isSame = !busy && told !== undefined && text === before;
      before = text;
      return isSame ? told : null;
    });
  }

  it("ends in the diagnostics of documents that were just opened, and nothing fails on the way", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 15, maxLength: 40 }), async (actions) => {
        for (const one of actions) await act(one);
        await Promise.all(asked.splice(0));
        expect(slow).toEqual([]);
        for (const [uri, document] of documents) {
          const edited = await settled(uri);
          await open(uri, document.getText());
          expect({ uri, items: edited }).toEqual({ uri, items: await settled(uri) });
        }
        expect(editor.exitCode).toBeNull();
        expect(editor.log.filter((line) => BROKEN.test(line))).toEqual([]);
      }),
      { ...fuzz(1), endOnFailure: true },
    );
  });
});

const CANCELLED: readonly number[] = [
  LSPErrorCodes.RequestCancelled,
  LSPErrorCodes.ContentModified,
  LSPErrorCodes.ServerCancelled,
];
/** What the server logs or prints where something inside it has failed. */
const BROKEN = /Unexpected:| failed|Unhandled|TypeError|RangeError|could not be listed/;
