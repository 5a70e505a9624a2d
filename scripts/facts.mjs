// Writes server/src/sources/builtin-sheets.ts from server/facts/*.md, so that every bundler and test runner can load the
// built-in fact sheets without a loader of its own: node scripts/facts.mjs
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const folder = path.join(root, "server/facts");
const sheets = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .sort()
  .map((name) => ({
    uri: `claimcheck-source:/${name}`,
    text: fs.readFileSync(path.join(folder, name), "utf8"),
  }));
const lines = sheets.map(
  ({ uri, text }) => `  {\n    uri: ${JSON.stringify(uri)},\n    text: ${JSON.stringify(text)},\n  },`,
);
fs.writeFileSync(
  path.join(root, "server/src/sources/builtin-sheets.ts"),
  `/**\n * The texts of server/facts/*.md. Written by scripts/facts.mjs; change the sheets, not this file.\n */\nexport const sheets = [\n${lines.join("\n")}\n];\n`,
);
