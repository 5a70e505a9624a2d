/**
 * Runs the grammar tests in this folder: `npm run test:grammar`. The Markdown grammar that ours is injected into
 * comes with the editor, not by npm, so that a small stand-in takes its place.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const run = spawnSync(
  process.execPath,
  [
    here("../../node_modules/vscode-tmgrammar-test/dist/unit.js"),
    "--config",
    here("../../package.json"),
    "--grammar",
    here("markdown-stand-in.tmLanguage.json"),
    here("*.grammar-test"),
  ],
  { cwd: here("../../"), stdio: "inherit" },
);
process.exitCode = run.status ?? 1;
