/**
 * What `npm start`, `npm test` and `npm run package` share: installing what is missing, and running a step. Plain
 * JavaScript without dependencies, since it runs before anything is installed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Where `npm run package` puts the packed extension. */
export function packagePath() {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return join(root, `claimcheck-${version}.vsix`);
}

/** Stops with one plain line where Node is too old for what follows. */
export function requireNode(major) {
  if (Number(process.versions.node.split(".")[0]) >= major) return;
  console.error(
    `Claimcheck needs Node.js ${major} or newer; this is ${process.versions.node}. Install a newer one from nodejs.org.`,
  );
  process.exit(2);
}

/** True where what stands in `node_modules` is what the lockfile asks for, packages for other systems left out. */
export function isInstalled() {
  const installed = join(root, "node_modules/.package-lock.json");
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(installed, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || optional || present[path]?.version === version,
  );
}

/** Runs `npm ci` where packages are missing or stale. */
export function install() {
  if (isInstalled()) return;
  console.error("Installing packages …");
  const status = run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (status !== 0) process.exit(status);
}

/** Runs a command in the project's folder with its output shown; gives its exit status. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32" && command === "npm",
    ...options,
  });
  if (error) console.error(`${command} could not be started: ${error.message}`);
  return status ?? 1;
}

/** The same for a script or a tool that Node runs. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}
