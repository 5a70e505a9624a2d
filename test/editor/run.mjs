/**
 * Runs the suite in `suite/` inside the real VS Code: `npm run test:editor`.
 *
 *     node test/editor/run.mjs                  on the project folder, in the server build
 *     node test/editor/run.mjs --vsix <file>    on a packed extension, installed as a user would
 *     node test/editor/run.mjs --desktop        in the desktop VS Code, downloaded, or the one CLAIMCHECK_VSCODE names
 *
 * Knows how to start an editor and read the outcome; the tests know the extension.
 */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import {
  installExtension,
  installHost,
  launchBrowser,
  makeProfile,
  removeProfile,
  startServer,
  workbenchAddress,
} from "../../scripts/editor-host.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const TIME_LIMIT = 240_000;

/** Runs the suite once. Gives how many tests passed and failed; throws where the editor did not get that far. */
export async function runEditorTests({ vsix, desktop = false }) {
  const work = mkdtempSync(join(tmpdir(), "claimcheck-suite-"));
  try {
    const plan = {
      folder: join(work, "workspace"),
      results: join(work, "results.json"),
      tests: await bundleSuite(),
      development: vsix ? join(here, "stub") : root,
      vsix,
      log: join(root, `out/editor/${vsix ? "packed" : "folder"}.log`),
    };
    writeFileSync(plan.log, "");
    mkdirSync(plan.folder);
    await (desktop ? runDesktop(plan) : runServer(plan));
    if (!existsSync(plan.results)) throw new Error("The suite left no results.");
    return JSON.parse(readFileSync(plan.results, "utf8"));
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The suite as one CommonJS file, which is what the editor loads. */
async function bundleSuite() {
  const outfile = join(root, "out/editor/suite.cjs");
  await esbuild.build({
    entryPoints: [join(here, "suite/index.ts")],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    external: ["vscode"],
    logLevel: "warning",
  });
  return outfile;
}

async function runServer(plan) {
  installHost((line) => console.log(line));
  const profile = makeProfile();
  if (plan.vsix) installExtension(profile, resolve(plan.vsix));
  const server = await startServer(profile, { environment: { CLAIMCHECK_RESULTS: plan.results } });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    await untilExit(page, workbenchAddress(server, plan), plan.log);
  } finally {
    await browser.close();
    await server.stop();
    removeProfile(profile);
  }
}

/**
 * Opens the workbench and waits until the suite in it has ended. The suite's own lines are printed as they come; all else
 * that the editor says goes to a file, since it is long and mostly about what a server build lacks.
 */
async function untilExit(page, address, log) {
  let ended;
  const exit = new Promise((done) => {
    ended = done;
  });
  await page.exposeFunction("codeAutomationLog", (type, args) => {
    const line = args.map(String).join(" ");
    appendFileSync(log, `${type}: ${line}\n`);
    if (/^ {2}[✓✗] /.test(line)) console.log(line);
  });
  await page.exposeFunction("codeAutomationExit", (code) => ended(code));
  await page.goto(address);
  const limit = setTimeout(() => ended("late"), TIME_LIMIT);
  const outcome = await exit;
  clearTimeout(limit);
  if (outcome === "late") throw new Error(`The suite did not end within ${TIME_LIMIT / 1000} s; see ${log}.`);
}

async function runDesktop(plan) {
  const { runTests, downloadAndUnzipVSCode, runVSCodeCommand } = await import("@vscode/test-electron");
  const executable = process.env.CLAIMCHECK_VSCODE ?? (await downloadAndUnzipVSCode());
  if (plan.vsix) {
    await runVSCodeCommand(["--install-extension", resolve(plan.vsix)], { vscodeExecutablePath: executable });
  }
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: plan.development,
    extensionTestsPath: plan.tests,
    extensionTestsEnv: { CLAIMCHECK_RESULTS: plan.results },
    launchArgs: [plan.folder, "--disable-workspace-trust"],
  }).catch((error) => {
    // Failed tests end with an error too; what counts is whether there are results.
    if (!existsSync(plan.results)) throw error;
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const at = process.argv.indexOf("--vsix");
  const { passed, failed } = await runEditorTests({
    vsix: at < 0 ? undefined : process.argv[at + 1],
    desktop: process.argv.includes("--desktop"),
  });
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
