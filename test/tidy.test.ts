/**
 * The house rules that a machine can hold: layers, sizes, headers, docs and built-in sheets in step, versions, drafts
 * for every kind, and no path of somebody's machine. Knows files only.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { KINDS } from "../server/src/kinds/types.ts";
import { CODE_LIST } from "../server/src/service/codes.ts";
import { codeOf } from "../server/src/service/messages.ts";
import { builtinSources } from "../server/src/sources/builtin.ts";
import { parseStory, type Story } from "./support/annotated.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Files below `folder` that end in `ending`, as paths from the root with forward slashes. */
function filesBelow(folder: string, ending: string): string[] {
  const base = join(root, folder);
  if (!existsSync(base)) return [];
  return readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((path) => !path.includes("/node_modules/"))
    .sort();
}

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

const serverFiles = filesBelow("server/src", ".ts");
const clientFiles = filesBelow("client/src", ".ts");
const sourceFiles = [...serverFiles, ...clientFiles];

/** What a file imports: package names as they are, its own files as paths from the root. */
function importsOf(path: string): string[] {
  const text = read(path).replace(/\/\*[\s\S]*?\*\//g, "");
  const statements = text.matchAll(
    /(?:^|\n)(?:import|export)[^"';]{0,2000}?["']([^"'\n]+)["']|import\(["']([^"'\n]+)["']\)/g,
  );
  return [...statements].map(([, fixed, dynamic]) => {
    const name = (fixed ?? dynamic)!;
    return name.startsWith(".") ? join(dirname(path), name).replaceAll("\\", "/") : name;
  });
}

/** Functions and methods of formatted code with their lines, from the one that names them to the closing brace. */
function functionsOf(text: string): { name: string; lines: number }[] {
  const code = text.split("\n");
  return code.flatMap((line, at) => {
    const [, indent, name] =
      /^( *)(?:export |async |static |override |get |set )*(?:function\*? )?([#\w]+)(?:<.*>)?\((?:.*[{,])?$/.exec(
        line,
      ) ?? [];
    if (indent === undefined || /^(?:if|for|while|switch|catch)$/.test(name!)) return [];
    const isFunction = /\bfunction\b/.test(line) || indent === "  ";
    const body = code.findIndex(
      (other, k) => k >= at && (k === at || other.startsWith(`${indent})`)) && / \{$/.test(other),
    );
    if (!isFunction || body < 0) return [];
    const end = code.findIndex((other, k) => k > body && other.startsWith(`${indent}}`));
    return [{ name: name!, lines: end - at + 1 }];
  });
}

/** Lowest first; a folder imports only itself and folders before it. */
const LAYERS = ["text", "lexicon", "kinds", "statements", "sources", "checking", "service"];
/** The same within `checking`, with the files beside its folders: first what all share, last what puts them together. */
const CHECKING = [
  "types.ts",
  "kept.ts",
  "model.ts",
  "stance.ts",
  "clause-stance.ts",
  "citation-note.ts",
  "quotation",
  "own-key.ts",
  "alignment",
  "judging",
  "table",
  "arithmetic",
  "polarity",
  "date",
  "name",
  "quantity",
  "relation",
  "role",
  "speaker",
  "decision",
  "sentence-key.ts",
  "rules.ts",
  "rule-panels.ts",
  "sentence-check.ts",
  "check.ts",
];
/** What a kind of claim may know besides itself and `types.ts`: no other kind, but for these. */
const KNOWN_KINDS: Record<string, string> = { role: "name", speaker: "quotation" };
const RIMS = ["lsp", "cli"];

function folderOf(path: string): string {
  return path.split("/")[2]!;
}

function isAllowed(from: string, to: string): boolean {
  const [here, there] = [folderOf(from), folderOf(to)];
  if (here === there) return true;
  if (there === "protocol.ts") return here === "lsp";
  // What reads files has to make text of their bytes.
  if (here === "node") return to === "server/src/text/encoding.ts" || to === "server/src/text/nesting.ts";
  if (here === "library.ts") return there === "service" || there === "node";
  if (there === "node" || there === "library.ts") return here === "cli" || from === "server/src/lsp/main.ts";
  if (LAYERS.includes(here))
    return LAYERS.indexOf(there) >= 0 && LAYERS.indexOf(there) < LAYERS.indexOf(here);
  if (RIMS.includes(here)) return LAYERS.includes(there) || to === "server/src/lsp/main.ts";
  return here === "protocol.ts" && there === "service";
}

describe("layers", () => {
  it("import only what is below them", () => {
    const offences = serverFiles.flatMap((path) =>
      importsOf(path)
        .filter((name) => name.startsWith("server/src/") && !isAllowed(path, name))
        .map((name) => `${path} imports ${name}`),
    );
    expect(offences).toEqual([]);
  });

  it("import only what is below them within checking", () => {
    const placeOf = (path: string) => CHECKING.indexOf(path.split("/")[3]!);
    const files = serverFiles.filter((path) => folderOf(path) === "checking");
    expect(files.filter((path) => placeOf(path) < 0)).toEqual([]);
    const offences = files.flatMap((path) =>
      importsOf(path)
        .filter((name) => name.startsWith("server/src/checking/") && placeOf(name) > placeOf(path))
        .map((name) => `${path} imports ${name}`),
    );
    expect(offences).toEqual([]);
  });

  it("know no other kind of claim within kinds, but names for roles and quotations for speakers", () => {
    const kindOf = (path: string) => path.split("/")[3]!;
    const crossings = serverFiles
      .filter((path) => folderOf(path) === "kinds")
      .flatMap((path) =>
        importsOf(path)
          .filter((name) => name.startsWith("server/src/kinds/"))
          .map((name) => [kindOf(path), kindOf(name)] as const),
      )
      .filter(([here, there]) => here !== there && there !== "types.ts");
    expect(Object.fromEntries(crossings)).toEqual(KNOWN_KINDS);
    expect(crossings.filter(([here, there]) => KNOWN_KINDS[here] !== there)).toEqual([]);
  });

  it("would notice an import upwards", () => {
    expect(isAllowed("server/src/text/a.ts", "server/src/kinds/b.ts")).toBe(false);
    expect(isAllowed("server/src/service/a.ts", "server/src/lsp/b.ts")).toBe(false);
    expect(isAllowed("server/src/service/a.ts", "server/src/node/b.ts")).toBe(false);
    expect(importsOf("server/src/cli/main.ts")).toContain("server/src/lsp/main.ts");
  });

  it("keep clock and process out of the engine: both are handed in", () => {
    const machine =
      /\b(?:performance|process|Buffer)\b\s*(?:\?\.|[.[])|\bset(?:Immediate|Timeout|Interval)\b|\bDate\.now\b|\bnew Date(?!\w|\([^)])/g;
    const namedIn = (code: string) => code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "").match(machine) ?? [];
    const offences = serverFiles
      .filter((path) => LAYERS.includes(folderOf(path)))
      .flatMap((path) => namedIn(read(path)).map((what) => `${path} asks ${what}`));
    expect(offences).toEqual([]);
    const asked = [
      "process.env.X",
      "new Date()",
      "new Date;",
      "Date.now",
      "setImmediate(f)",
      "Buffer.from(b)",
    ];
    expect(
      [...asked, "performance.now()", "setTimeout"].filter((code) => namedIn(code).length === 0),
    ).toEqual([]);
    expect(
      namedIn("// process.env\n/* new Date() */ new Date(day); Date.UTC(y); process(performance)"),
    ).toEqual([]);
  });

  it("ask one place which day it is: the local one", () => {
    const shells = serverFiles.filter((path) => RIMS.includes(folderOf(path)));
    expect(shells.filter((path) => /\bnew Date\b(?!\([^)])/.test(read(path)))).toEqual([]);
  });

  it("keep Node and the protocol at the rim", () => {
    const offences = serverFiles.flatMap((path) => {
      const folder = folderOf(path);
      return importsOf(path)
        .filter(
          (name) =>
            (name.startsWith("node:") && !["node", "cli"].includes(folder)) ||
            (name.startsWith("vscode-languageserver") && folder !== "lsp" && folder !== "protocol.ts") ||
            name === "vscode",
        )
        .map((name) => `${path} imports ${name}`);
    });
    expect(offences).toEqual([]);
  });

  it("let the client know of the server what both name, and nothing else", () => {
    const offences = clientFiles.flatMap((path) =>
      importsOf(path)
        .filter((name) => name.startsWith("server/") && name !== "server/src/protocol.ts")
        .map((name) => `${path} imports ${name}`),
    );
    expect(offences).toEqual([]);
  });
});

describe("files", () => {
  it("open with a header comment", () => {
    expect(sourceFiles.filter((path) => !/^(?:#!.*\n)?\/(?:\*\*|\/)/.test(read(path)))).toEqual([]);
  });

  it("have at most 300 lines", () => {
    const long = [...sourceFiles, ...filesBelow("test/support", ".ts")]
      .map((path) => ({ path, lines: read(path).split("\n").length - 1 }))
      .filter(({ path, lines }) => lines > 300 && !path.endsWith("builtin-sheets.ts"));
    expect(long).toEqual([]);
  });

  it("say of every function that they export what it does", () => {
    // A handler's one function is told by the file's header. The others are known, and leave the list when they are told.
    const known = [
      "server/src/checking/alignment/inheritance.ts inheritanceOf",
      "server/src/checking/alignment/two-sides.ts propertiesOf",
      "server/src/checking/alignment/values.ts passageOf",
      "server/src/checking/decision/weigh.ts weigh",
    ];
    const silent = serverFiles.flatMap((path) => {
      const code = read(path).split("\n");
      const names = code.map((line) => /^export (?:async )?function\*? (\w+)/.exec(line)?.[1]);
      return names.flatMap((name, at) => (name && !code[at - 1]!.endsWith("*/") ? [`${path} ${name}`] : []));
    });
    expect(silent.filter((one) => !/\/lsp\/handlers\/.* serve\w+$/.test(one))).toEqual(known);
  });

  it("have functions of at most 40 lines", () => {
    // Known to be too long; what is split leaves the list.
    const known = [
      "client/src/client.ts createSession",
      "scripts/train/examples.ts pairExamples",
      "scripts/train/train.ts main",
      "server/src/checking/decision/assess.ts judgeAll",
      "server/src/checking/decision/decide.ts judged",
    ];
    const files = [...sourceFiles, ...filesBelow("scripts", ".ts"), ...filesBelow("test/support", ".ts")];
    const long = files.flatMap((path) =>
      functionsOf(read(path))
        .filter(({ lines }) => lines > 40)
        .map(({ name }) => `${path} ${name}`),
    );
    expect(long.sort()).toEqual(known);
    const lines = ["class A {", "  async b(", "    c: C,", "  ): D {", "    e();", "  }", "}"];
    expect(functionsOf(lines.join("\n"))).toEqual([{ name: "b", lines: 5 }]);
  });

  it("name no path of somebody's machine", () => {
    const places = ["work/main", "work/shared", "work/.library", "root/", "home/[a-z]+/", "Users/[A-Za-z]+/"];
    const pattern = new RegExp(`(?<![\\w.:/-])/(?:${places.join("|")})`);
    const folders = [
      "server/src",
      "server/facts",
      "client/src",
      "scripts",
      "docs",
      "test/support",
      "test/drafts",
    ];
    const files = folders.flatMap((folder) =>
      [".ts", ".mjs", ".md", ".json"].flatMap((ending) => filesBelow(folder, ending)),
    );
    expect(files.filter((path) => pattern.test(read(path)))).toEqual([]);
    expect(pattern.test(`see ${"/"}home/ada/x`)).toBe(true);
  });
});

describe("exports", () => {
  const isTest = (path: string) => /^test\/(?:unit|lsp|drafts|editor|tidy)/.test(path);
  const importers = [
    ...sourceFiles,
    ...["scripts", "test"].flatMap((folder) =>
      [".ts", ".mjs", ".mts"].flatMap((ending) => filesBelow(folder, ending)),
    ),
  ];
  /** Who imports a name from a file: "server/src/a.ts#name". */
  const users = new Map<string, string[]>();
  for (const path of importers) {
    const text = read(path);
    const add = (from: string, name: string) => {
      const key = `${join(dirname(path), from).replaceAll("\\", "/")}#${name}`;
      users.set(key, [...(users.get(key) ?? []), path]);
    };
    for (const [, names, from] of text.matchAll(/(?:import|export) (?:type )?\{([^}]*)\} from "(\.[^"]+)"/g))
      for (const name of names!.split(",")) add(from!, name.trim().replace(/^type | as .*/g, ""));
    for (const [, from] of text.matchAll(/(?:import \* as \w+ from |import\()"(\.[^"]+)"/g)) add(from!, "*");
  }
  const exported = sourceFiles.flatMap((path) => {
    const text = read(path);
    return [...text.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)].map(([, name]) => ({
      name: `${path}#${name}`,
      by: [...(users.get(`${path}#${name}`) ?? []), ...(users.get(`${path}#*`) ?? [])],
      /** Code of its own file that names it, comments aside. */
      isUsed: text.split("\n").filter((line) => !/^\s*\/?\*/.test(line) && named(line, name!)).length > 1,
    }));
  });
  // The editor calls the extension; only tests have to end the thread that reads documents.
  const calledFromOutside = /^client\/src\/extension\.ts#|#stopReaders$/;

  function named(line: string, name: string): boolean {
    return new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(line);
  }

  it("are imported by some other file", () => {
    const idle = exported.filter(({ by, name }) => by.length === 0 && !calledFromOutside.test(name));
    expect(idle.map(({ name }) => name)).toEqual([]);
  });

  it("are not for tests alone: what only tests call can pass while what ships is broken", () => {
    const idle = exported.filter(
      ({ by, name, isUsed }) => !isUsed && by.every(isTest) && !calledFromOutside.test(name),
    );
    expect(idle.map(({ name }) => name)).toEqual([]);
  });

  it("would be noticed", () => {
    expect(exported.length).toBeGreaterThan(500);
    expect(exported.find(({ name }) => name.endsWith("#runCite"))?.by).toEqual(["server/src/cli/main.ts"]);
  });
});

describe("docs and data", () => {
  it("have a page for every code, and no other", () => {
    const pages = filesBelow("docs/codes", ".md").map((path) => path.slice("docs/codes/".length));
    expect(pages.sort()).toEqual(["README.md", ...CODE_LIST.map(({ code }) => `${code}.md`)].sort());
  });

  it("have the pages that the list of codes makes, word for word", () => {
    const check = spawnSync(process.execPath, ["--import", "tsx", "scripts/docs.mjs", "--check"], {
      cwd: root,
      encoding: "utf8",
    });
    expect(check.stderr).toBe("");
    expect(check.status).toBe(0);
  });

  it("bundle the built-in sheets as they are", () => {
    const sheets = filesBelow("server/facts", ".md");
    expect(builtinSources.map(({ uri }) => uri.replace(/^.*\//, "server/facts/"))).toEqual(sheets);
    for (const [at, { text }] of builtinSources.entries()) expect(text).toBe(read(sheets[at]!));
  });

  it("agree on the version", () => {
    const { version } = JSON.parse(read("package.json")) as { version: string };
    const lock = JSON.parse(read("package-lock.json")) as { version: string };
    expect(lock.version).toBe(version);
    if (!existsSync(join(root, "CHANGELOG.md"))) return;
    expect(/^## \[?v?(\d+\.\d+\.\d+)/m.exec(read("CHANGELOG.md"))?.[1]).toBe(version);
  });
});

describe("drafts", () => {
  // What is pending must fail: it shows nothing.
  const stories = filesBelow("test/drafts", ".md")
    .filter((path) => path.split("/").length > 3 && !path.startsWith("test/drafts/pending/"))
    .map((path) => ({ folder: path.split("/")[2]!, ...parseStory(read(path)) }));
  const holds = (level: "warn" | "ok", name: string | null) => (story: Story) =>
    story.expectations.some((one) => one.level === level && (name === null || one.names[0] === name));

  it.each(KINDS)("speak and are silent on %s", (kind) => {
    const ofKind = stories.filter(({ folder }) => folder === kind);
    const code = codeOf({ kind, verdict: "contradicted" });
    expect(ofKind.filter(holds("warn", code)).length).toBeGreaterThanOrEqual(2);
    expect(ofKind.filter((story) => !holds("warn", null)(story)).length).toBeGreaterThanOrEqual(2);
  });

  it.each(KINDS)("find %s claims that are right", (kind) => {
    expect(stories.filter(holds("ok", kind)).length).toBeGreaterThanOrEqual(2);
  });
});
