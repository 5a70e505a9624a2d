/**
 * `npm test`: installs what is missing, builds, and runs every check there is: types, lint, unit, drafts and server
 * tests, grammar tests, and the editor tests in the real VS Code, once on the project folder and once on the packed
 * extension. Ends with one line, `N passed, N failed`, and with an exit status to match. `--no-editor` leaves the editor
 * tests out.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install, packagePath, requireNode, root, run, runNode } from "./steps.mjs";

requireNode(20);
install();

const tallies = [];
for (const name of ["typecheck", "lint", "package"]) {
  step(name, () => single(run("npm", ["run", "--silent", name])));
}
step("unit, drafts and server", runVitest);
step("grammar", runGrammar);
if (!process.argv.includes("--no-editor")) {
  const { runEditorTests } = await import("../test/editor/run.mjs");
  await stepLater("editor, on the project folder", () => runEditorTests({}));
  await stepLater("editor, on the packed extension", () => runEditorTests({ vsix: packagePath() }));
}
finish();

/** A step that either succeeds or not counts as one test. */
function single(status) {
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function step(name, task) {
  console.log(`\n— ${name}`);
  const started = Date.now();
  tallies.push({ name, ...task(), seconds: (Date.now() - started) / 1000 });
}

/** A step that throws has failed once: the rest still runs. */
async function stepLater(name, task) {
  console.log(`\n— ${name}`);
  const started = Date.now();
  const tally = await task().catch((error) => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  tallies.push({ name, ...tally, seconds: (Date.now() - started) / 1000 });
}

function runVitest() {
  const folder = mkdtempSync(join(tmpdir(), "claimcheck-vitest-"));
  const file = join(folder, "results.json");
  const status = runNode([
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const results = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
  rmSync(folder, { recursive: true, force: true });
  if (!results) return { passed: 0, failed: 1 };
  // A file that does not load has no failed test of its own.
  const broken = results.testResults.filter(
    (one) => one.status === "failed" && one.assertionResults.length === 0,
  );
  const failed = results.numFailedTests + broken.length;
  return { passed: results.numPassedTests, failed: failed || (status === 0 ? 0 : 1) };
}

function runGrammar() {
  const { status, stdout } = spawnSync(process.execPath, ["test/grammar/run.mjs"], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  process.stdout.write(stdout);
  const passed = stdout.match(/^✓/gm)?.length ?? 0;
  const failed = stdout.match(/^✖/gm)?.length ?? 0;
  return { passed, failed: failed || (status === 0 && passed > 0 ? 0 : 1) };
}

function finish() {
  console.log();
  for (const { name, passed, failed, seconds } of tallies) {
    console.log(`${name.padEnd(34)} ${passed} of ${passed + failed} in ${seconds.toFixed(1)} s`);
  }
  const sum = (key) => tallies.reduce((total, tally) => total + tally[key], 0);
  const failed = sum("failed");
  console.log(`\n${sum("passed")} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
