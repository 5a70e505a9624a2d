/**
 * Runs the command line in a folder of its own, as a user would. Knows processes and files; nothing of claims.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { afterAll } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The program: what CLAIMCHECK_CLI names, else the present source, bundled once since that starts three times faster. */
const program = process.env.CLAIMCHECK_CLI ? join(root, process.env.CLAIMCHECK_CLI) : bundled();

function bundled(): string {
  const outfile = join(mkdtempSync(join(tmpdir(), "claimcheck-bundle-")), "cli.js");
  writeFileSync(join(dirname(outfile), "package.json"), '{ "type": "module" }');
  const require =
    'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';
  buildSync({
    absWorkingDir: root,
    entryPoints: { cli: "server/src/cli/main.ts", reader: "server/src/node/formats/worker.ts" },
    outdir: dirname(outfile),
    bundle: true,
    platform: "node",
    format: "esm",
    banner: { js: require },
    logLevel: "error",
  });
  return outfile;
}

function removeProgram(): void {
  if (!process.env.CLAIMCHECK_CLI) rmSync(dirname(program), { recursive: true, force: true });
}

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "claimcheck-cli-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Makes folders with files for the tests of one file, and removes them, and the program, after the last. */
export function foldersForTests(): typeof folderWith {
  const made: string[] = [];
  afterAll(() => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
    removeProgram();
  });
  return (files) => {
    const folder = folderWith(files);
    made.push(folder);
    return folder;
  };
}

/**
 * Runs `claimcheck` with these arguments in `cwd` and waits for its end. With `hold` its input stays open, as an
 * editor's does.
 */
export function claimcheck(args: readonly string[], cwd: string, input = "", hold = false): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const env: NodeJS.ProcessEnv = { CLAIMCHECK_CACHE: "off", ...process.env, NO_COLOR: "1" };
    delete env.FORCE_COLOR;
    const child = spawn(process.execPath, [program, ...args], { cwd, env });
    let [out, err] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, out, err }));
    child.stdin.write(input);
    if (!hold) child.stdin.end();
  });
}

/** The same with a reader that goes away at once. */
export function claimcheckIntoClosedPipe(args: readonly string[], cwd: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { cwd });
    let err = "";
    child.stdout.destroy();
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, out: "", err }));
    child.stdin.end();
  });
}
