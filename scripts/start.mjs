/**
 * `npm start`: installs what is missing, builds, prints what Claimcheck finds in the sample draft, and opens that
 * draft in VS Code: the one installed here, else its server build in a browser. In CI, or without a terminal, it
 * stops after the findings.
 */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install, packagePath, requireNode, root, run, runNode } from "./steps.mjs";

const DRAFT = "prague-briefing.md";

requireNode(20);
install();
if (runNode(["esbuild.mjs", "--production"], { stdio: ["ignore", "ignore", "inherit"] }) !== 0)
  process.exit(1);
printFindings();
if (process.env.CI || !process.stdin.isTTY || !process.stdout.isTTY) process.exit(0);

const folder = copySample();
if (hasDesktop()) openDesktop();
else await openInBrowser();

function printFindings() {
  console.log(`\nWhat Claimcheck finds in samples/${DRAFT}:\n`);
  const status = runNode(["dist/cli.js", "check", `samples/${DRAFT}`]);
  // 1 says that something is contradicted, which is what the sample is for.
  if (status > 1) process.exit(status);
}

/** A copy to play with, so that the project stays as it is. */
function copySample() {
  const copy = join(mkdtempSync(join(tmpdir(), "claimcheck-sample-")), "sample");
  cpSync(join(root, "samples"), copy, { recursive: true });
  return copy;
}

function hasDesktop() {
  const found = spawnSync("code", ["--version"], { shell: process.platform === "win32", stdio: "ignore" });
  return found.status === 0;
}

function openDesktop() {
  const shell = { shell: process.platform === "win32" };
  console.log("\nOpening the sample draft in VS Code.");
  // A terminal inside a remote window knows no development path: there the packed extension is installed.
  if (process.env.VSCODE_IPC_HOOK_CLI) {
    if (runNode(["scripts/package.mjs"]) !== 0) process.exit(1);
    run("code", ["--install-extension", packagePath(), "--force"], shell);
    process.exit(run("code", [folder, join(folder, DRAFT)], shell));
  }
  process.exit(run("code", [`--extensionDevelopmentPath=${root}`, folder, join(folder, DRAFT)], shell));
}

async function openInBrowser() {
  const { installHost, makeProfile, removeProfile, startServer, workbenchAddress } = await import(
    "./editor-host.mjs"
  );
  console.log("\nVS Code is not installed here, so its server build shows the draft in a browser.");
  installHost((line) => console.log(line));
  const profile = makeProfile();
  const server = await startServer(profile);
  const address = workbenchAddress(server, { folder, openFile: join(folder, DRAFT), development: root });
  console.log(`\nOpen ${address}\n\nPress Ctrl+C to stop.`);
  openAddress(address);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, async () => {
      await server.stop();
      removeProfile(profile);
      rmSync(join(folder, ".."), { recursive: true, force: true });
      process.exit(0);
    });
  }
}

/** Asks the system to show an address; the printed line serves where it cannot. */
function openAddress(address) {
  const [command, args] =
    process.platform === "darwin"
      ? ["open", [address]]
      : process.platform === "win32"
        ? ["explorer", [address]]
        : ["xdg-open", [address]];
  spawn(command, args, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}
