/**
 * Bundles what ships: the extension (CommonJS, since the editor loads it with `require`), and the language server, the
 * command line, the library and the reader of documents (ES modules that share chunks, so that the English model is in
 * the bundle once). `--production` minifies, and writes the library's type declarations and the notices of
 * what others wrote; `--watch` rebuilds.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { notices } from "./scripts/notices.mjs";

const root = dirname(fileURLToPath(import.meta.url));
const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

/** The model must reach the server, the command line and the library, never the extension. */
const MODEL = "wink-eng-lite-web-model";

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  minify: production,
  keepNames: false,
  sourcemap: production ? false : "linked",
  charset: "utf8",
  // The notices stand in a file of their own.
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
};

/** @type {import("esbuild").BuildOptions} */
const extension = {
  ...shared,
  entryPoints: { extension: "client/src/extension.ts" },
  outdir: "dist",
  outExtension: { ".js": ".cjs" },
  format: "cjs",
  external: ["vscode"],
};

/** @type {import("esbuild").BuildOptions} */
const modules = {
  ...shared,
  entryPoints: {
    server: "server/src/lsp/main.ts",
    cli: "server/src/cli/main.ts",
    index: "server/src/library.ts",
    // The thread that reads web pages, PDFs and Word documents; each reader is a chunk that loads when it is needed.
    reader: "server/src/node/formats/worker.ts",
  },
  outdir: "dist",
  format: "esm",
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  // The reader of bibliographies could fetch what they name; it never may.
  alias: { "sync-fetch": "./scripts/no-network.cjs", "node-fetch": "./scripts/no-network.cjs" },
  // CommonJS packages inside an ES module still ask for Node's own modules by `require`.
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
};

/** The files that went into an output. */
function inputsOf(metafile, output) {
  return Object.keys(metafile.outputs[output]?.inputs ?? {});
}

/** Stops the build where the model is bundled twice, or reached the extension. */
function checkModel(extensionMeta, modulesMeta) {
  const inExtension = inputsOf(extensionMeta, "dist/extension.cjs").filter((file) => file.includes("wink-"));
  if (inExtension.length > 0)
    throw new Error(`The extension must not bundle the language model: ${inExtension[0]}`);
  const holders = Object.keys(modulesMeta.outputs).filter((output) =>
    inputsOf(modulesMeta, output).some((file) => file.includes(`${MODEL}/dist/model.js`)),
  );
  if (holders.length > 1)
    throw new Error(`The language model is bundled ${holders.length} times: ${holders.join(", ")}`);
}

/** The command line must start by itself: first line, and the right to run. */
function makeRunnable(file) {
  const text = readFileSync(file, "utf8");
  if (!text.startsWith("#!")) writeFileSync(file, `#!/usr/bin/env node\n${text}`);
  chmodSync(file, 0o755);
}

/** What `import { createChecker } from "claimcheck"` gives, on top of the declarations in `dist/types`. */
const LIBRARY = `import type { Checker, CheckerOptions } from "./types/service/types.js";
export type * from "./types/service/types.js";
export type * from "./types/service/report.js";
/** A checker in this process, with no file or network access of its own. */
export declare function createChecker(options?: CheckerOptions): Checker;
`;

function writeDeclarations() {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const run = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], {
    cwd: root,
    encoding: "utf8",
  });
  if (run.status !== 0)
    throw new Error(`The type declarations could not be written:\n${run.stdout}${run.stderr}`);
  writeFileSync(join(root, "dist/index.d.ts"), LIBRARY);
}

/** Prints one line per entry: its own size and, for modules, that of the chunks it shares. */
function printSizes(...metafiles) {
  const outputs = Object.assign({}, ...metafiles.map((meta) => meta.outputs));
  const kilobytes = (bytes) => `${Math.round(bytes / 1024)} KB`;
  let chunks = 0;
  for (const [file, { bytes, entryPoint }] of Object.entries(outputs)) {
    if (file.endsWith(".map")) continue;
    if (entryPoint === undefined || file.includes("/chunks/")) chunks += bytes;
    else console.log(`${file.padEnd(20)} ${kilobytes(bytes).padStart(8)}`);
  }
  console.log(`${"dist/chunks/".padEnd(20)} ${kilobytes(chunks).padStart(8)}`);
}

async function buildOnce() {
  rmSync(join(root, "dist"), { recursive: true, force: true });
  const [client, rest] = await Promise.all([esbuild.build(extension), esbuild.build(modules)]);
  checkModel(client.metafile, rest.metafile);
  makeRunnable(join(root, "dist/cli.js"));
  mkdirSync(join(root, "dist"), { recursive: true });
  const outputs = { ...client.metafile.outputs, ...rest.metafile.outputs };
  if (production) {
    writeDeclarations();
    writeFileSync(join(root, "dist/THIRD-PARTY-NOTICES.txt"), notices(outputs, root));
  }
  writeFileSync(
    join(root, "dist/meta.json"),
    JSON.stringify({ inputs: { ...client.metafile.inputs, ...rest.metafile.inputs }, outputs }),
  );
  printSizes(client.metafile, rest.metafile);
}

/** Tells the editor's task runner where a rebuild begins and ends. */
const announce = {
  name: "announce",
  setup(build) {
    build.onStart(() => console.log("building"));
    build.onEnd((result) => console.log(`built with ${result.errors.length} errors`));
  },
};

async function rebuildOnChange() {
  for (const options of [extension, modules]) {
    const context = await esbuild.context({ ...options, plugins: [announce] });
    await context.watch();
  }
}

if (!existsSync(join(root, "node_modules"))) throw new Error("Run `npm ci` first.");
try {
  await (watch ? rebuildOnChange() : buildOnce());
} catch (error) {
  // The bundler has printed its own errors already.
  if (!error.errors) console.error(error.message);
  process.exit(1);
}
