/**
 * `npm run package`: builds and packs `claimcheck-<version>.vsix`, and fails where it is larger than 4 MB.
 * Prints its name and size.
 */
import { statSync } from "node:fs";
import { basename } from "node:path";
import { install, packagePath, runNode } from "./steps.mjs";

const LIMIT = 4 * 1024 * 1024;

const packed = packagePath();

install();
if (runNode(["esbuild.mjs", "--production"]) !== 0) process.exit(1);
const status = runNode(["node_modules/@vscode/vsce/vsce", "package", "--no-dependencies", "--out", packed]);
if (status !== 0) process.exit(status);

const { size } = statSync(packed);
const megabytes = (bytes) => `${(bytes / 1024 / 1024).toFixed(2)} MB`;
console.log(`${basename(packed)} ${megabytes(size)}`);
if (size > LIMIT) {
  console.error(`The package may have ${megabytes(LIMIT)}: dist/meta.json tells what it is made of.`);
  process.exit(1);
}
