/**
 * Writes a page a code into docs/codes from server/src/service/codes.ts, with an index, and removes pages of codes
 * that are gone. Run with `node --import tsx scripts/docs.mjs`; `--check` writes nothing and fails when a page is stale.
 */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { CODE_LIST } from "../server/src/service/codes.ts";
import { isIgnorable } from "../server/src/service/suppressions.ts";

const folder = fileURLToPath(new URL("../docs/codes/", import.meta.url));
const GENERATED = "<!-- Written by scripts/docs.mjs from server/src/service/codes.ts: edit that file. -->";

function page(entry) {
  const { example } = entry;
  const rows = [
    example.source ? `Source:\n\n> ${example.source}` : "",
    `Draft:\n\n${fenced(example.draft)}`,
    example.fixed ? `After the fix:\n\n${fenced(example.fixed)}` : "",
  ].filter(Boolean);
  return [
    GENERATED,
    `# \`${entry.code}\``,
    `${entry.title}.`,
    "## What it means",
    entry.meaning,
    "## Example",
    ...rows,
    "## What is left alone",
    entry.silent,
    "## What to do",
    entry.todo,
    isIgnorable(entry.code)
      ? `To accept this one finding, write \`<!-- claimcheck-ignore ${entry.code}: your reason -->\` before the paragraph or at the end of the line.`
      : "",
  ]
    .filter(Boolean)
    .join("\n\n")
    .concat("\n");
}

function fenced(text) {
  return `\`\`\`markdown\n${text}\n\`\`\``;
}

function index() {
  const cells = CODE_LIST.map(({ code, title }) => [`[\`${code}\`](${code}.md)`, title]);
  const rows = [["code", "meaning"], null, ...cells];
  const width = [0, 1].map((column) => Math.max(...rows.map((row) => row?.[column].length ?? 0)));
  const line = (row) =>
    `| ${width.map((size, at) => (row ? row[at].padEnd(size) : "-".repeat(size))).join(" | ")} |`;
  return [GENERATED, "# Codes", "What each finding and note of Claimcheck means.", rows.map(line).join("\n")]
    .join("\n\n")
    .concat("\n");
}

async function main() {
  const check = process.argv.includes("--check");
  const pages = new Map(CODE_LIST.map((entry) => [`${entry.code}.md`, page(entry)]));
  pages.set("README.md", index());
  await mkdir(folder, { recursive: true });
  const stale = (await readdir(folder)).filter((name) => !pages.has(name));
  for (const [name, text] of pages) {
    const before = await readFile(folder + name, "utf8").catch(() => null);
    if (before === text) continue;
    stale.push(name);
    if (!check) await writeFile(folder + name, text);
  }
  if (check && stale.length > 0) {
    console.error(`docs/codes is stale (${stale.join(", ")}): run npm run docs`);
    process.exitCode = 1;
  }
  if (!check) for (const name of stale) if (!pages.has(name)) await rm(folder + name);
}

await main();
