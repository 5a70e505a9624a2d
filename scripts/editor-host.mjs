/**
 * The real VS Code without a display: its server build, and a headless browser that shows its workbench. Both come
 * from the package in `test/editor/host`, installed on first use. Plain JavaScript without dependencies, since
 * `npm start` and the editor tests both use it. Knows nothing of the tests that run inside.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./steps.mjs";

const hostFolder = join(root, "test/editor/host");
const modules = join(hostFolder, "node_modules");
const vscode = join(modules, "code-server/lib/vscode");
const stamp = join(modules, ".claimcheck-host");

const QUIET_BROWSER = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
];

function lockHash() {
  return createHash("sha256")
    .update(readFileSync(join(hostFolder, "package-lock.json")))
    .digest("hex");
}

export function isHostInstalled() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === lockHash();
}

function npm(args, cwd) {
  const run = spawnSync("npm", [...args, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (run.status !== 0) throw new Error(`npm ${args[0]} failed in ${cwd}:\n${run.stderr}`);
}

/**
 * Installs the server build and the browser where they are missing or stale. `log` gets a line per step.
 */
export function installHost(log) {
  if (isHostInstalled()) return;
  log("Installing VS Code's server build for first use (1 of 2) …");
  npm(["ci"], hostFolder);
  log("Installing what it runs on (2 of 2) …");
  npm(["install", "--omit=dev"], vscode);
  linkRipgrep();
  writeFileSync(stamp, lockHash());
}

/** Text search in the workbench needs ripgrep, which comes by a download that we skip. */
function linkRipgrep() {
  const target = join(vscode, "node_modules/@vscode/ripgrep/bin/rg");
  if (!existsSync("/usr/bin/rg") || existsSync(target)) return;
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync("/usr/bin/rg", target);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** A new folder for the server's data, user settings and extensions; `settings` become the user's. */
export function makeProfile(settings = {}, parent = mkdtempSync(join(tmpdir(), "claimcheck-editor-"))) {
  const profile = { root: parent, user: join(parent, "user"), extensions: join(parent, "extensions") };
  mkdirSync(join(profile.user, "User"), { recursive: true });
  mkdirSync(profile.extensions, { recursive: true });
  writeSettings(profile, settings);
  return profile;
}

/** Settings of the profile on the server side, which the workbench reads as the remote machine's. */
export function writeSettings(profile, settings) {
  const quiet = {
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": false,
    "extensions.ignoreRecommendations": true,
    "security.workspace.trust.enabled": false,
    "chat.commandCenter.enabled": false,
    "telemetry.telemetryLevel": "off",
    "update.mode": "none",
  };
  const text = JSON.stringify({ ...quiet, ...settings }, null, 2);
  for (const folder of [
    join(profile.user, "User"),
    join(profile.root, "data/Machine"),
    join(profile.root, "data/User"),
  ]) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "settings.json"), text);
  }
}

function serverArguments(profile) {
  return [
    join(vscode, "out/server-main.js"),
    "--accept-server-license-terms",
    "--disable-workspace-trust",
    "--telemetry-level",
    "off",
    "--server-data-dir",
    join(profile.root, "data"),
    "--user-data-dir",
    profile.user,
    "--extensions-dir",
    profile.extensions,
  ];
}

/** Installs a packed extension into the profile, as a user would. */
export function installExtension(profile, vsix) {
  const run = spawnSync(process.execPath, [...serverArguments(profile), "--install-extension", vsix], {
    encoding: "utf8",
  });
  if (run.status !== 0 || !/successfully installed/.test(run.stdout)) {
    throw new Error(`${vsix} could not be installed:\n${run.stdout}${run.stderr}`);
  }
}

/** Starts the server and waits until it listens. `stop()` ends it and what it started. */
export async function startServer(profile, { port, environment = {} } = {}) {
  const at = port ?? (await freePort());
  const child = spawn(
    process.execPath,
    [...serverArguments(profile), "--host", "127.0.0.1", "--port", String(at), "--without-connection-token"],
    { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...environment } },
  );
  // Whatever ends this process ends the server too.
  process.once("exit", () => child.kill());
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text) => {
      output = (output + text).slice(-20_000);
    });
  }
  await listening(child, at, () => output);
  return {
    port: at,
    output: () => output,
    stop: () => stopProcess(child),
  };
}

async function listening(child, port, output) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`VS Code's server stopped at once:\n${output()}`);
    const answer = await fetch(`http://127.0.0.1:${port}/version`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill();
  throw new Error(`VS Code's server did not answer within a minute:\n${output()}`);
}

function stopProcess(child) {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill("SIGKILL"), 5000);
    child.once("exit", () => {
      clearTimeout(force);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

/**
 * The address of a workbench. `folder`, `openFile`, `development` and `tests` are absolute paths on the server.
 */
export function workbenchAddress(server, { folder, openFile, development, tests }) {
  const remote = (path) => `vscode-remote://127.0.0.1:${server.port}${path}`;
  const payload = [["skipWelcome", "true"]];
  if (development) payload.push(["extensionDevelopmentPath", remote(development)]);
  if (tests) payload.push(["extensionTestsPath", remote(tests)]);
  if (openFile) payload.push(["openFile", remote(openFile)]);
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${server.port}/?${query}`;
}

/** Starts the headless browser of `host/`, or the one that CLAIMCHECK_CHROMIUM names. */
export async function launchBrowser() {
  const { chromium } = await import(pathToFileURL(join(modules, "playwright-core/index.mjs")).href);
  const parts = join(modules, "@sparticuz/chromium/build/esm");
  const packed = await import(pathToFileURL(join(parts, "index.js")).href);
  const executablePath = process.env.CLAIMCHECK_CHROMIUM ?? (await packed.default.executablePath());
  try {
    return await chromium.launch({ executablePath, args: QUIET_BROWSER, headless: true });
  } catch (error) {
    if (!/error while loading shared libraries/.test(String(error))) throw error;
    // The package carries the libraries that a bare system lacks.
    const { inflate } = await import(pathToFileURL(join(parts, "lambdafs.js")).href);
    const libraries = await inflate(join(modules, "@sparticuz/chromium/bin/al2023.tar.br"));
    const env = { ...process.env, LD_LIBRARY_PATH: join(libraries, "lib") };
    return await chromium.launch({ executablePath, args: QUIET_BROWSER, headless: true, env });
  }
}

/** Removes a profile's folder; a file that the server still holds is left to the system. */
export function removeProfile(profile) {
  rmSync(profile.root, { recursive: true, force: true, maxRetries: 3 });
}
