/**
 * Compares the labelled cases read from Markdown with the same sources turned into other formats by real programs.
 * Run by hand: `npx tsx test/unit/formats/origin/measure.mts agri-1 finance-1 social-1`.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createChecker } from "../../../../server/src/library.ts";
import { readSourceFile } from "../../../../server/src/node/formats/read-source-file.ts";
import type { SourceInput } from "../../../../server/src/service/types.ts";
import { readFrontMatter } from "../../../../server/src/text/front-matter.ts";
import { readCases } from "../../../benchmark/cases.ts";
import { emptyTally, render, score } from "../../../benchmark/score.ts";

const wanted = process.argv.slice(2);
const cases = readCases(fileURLToPath(new URL("../../../benchmark/cases", import.meta.url))).filter(
  ({ name }) => wanted.some((prefix) => name.startsWith(`${prefix}/`)),
);
const work = mkdtempSync(join(tmpdir(), "measure-"));
const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { cwd: work, stdio: "ignore" });
const made = new Map<string, string>();

function files(uri: string, text: string): string {
  const known = made.get(text);
  if (known) return known;
  const name = `s${made.size}`;
  const [page, ...body] = [text.replace(/^---\n[\s\S]*?\n---\n/, "")];
  writeFileSync(join(work, `${name}.md`), [page, ...body].join(""));
  run("pandoc", "-f", "gfm", `${name}.md`, "-s", "--metadata", `pagetitle=${uri}`, "-o", `${name}.html`);
  run("pandoc", "-f", "gfm", `${name}.md`, "-o", `${name}.docx`);
  run(
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    `--print-to-pdf=${work}/${name}.chromium.pdf`,
    `file://${work}/${name}.html`,
  );
  made.set(text, name);
  return name;
}

const all = new Map(cases.flatMap(({ sources }) => sources).map(({ uri, text }) => [text, uri]));
for (const [text, uri] of all) files(uri, text);
run(
  "soffice",
  `-env:UserInstallation=file://${work}/profile`,
  "--headless",
  "--convert-to",
  "pdf",
  "--outdir",
  work,
  ...[...made.values()].map((name) => `${name}.docx`),
);

async function source(uri: string, text: string, ending: string): Promise<SourceInput> {
  const { data } = readFrontMatter(text);
  const meta = Object.fromEntries(
    ["title", "publisher", "published", "url"].flatMap((key) =>
      data[key] ? [[key, String(data[key])]] : [],
    ),
  );
  if (ending === "md") return { uri, text };
  const read = await readSourceFile(join(work, `${made.get(text)}.${ending}`), { milliseconds: 60_000 });
  if (read.state !== "read") console.log(uri, read.message);
  return { uri: uri.replace(/md$/, ending), text: read.text, ...read.metadata, ...meta };
}

for (const ending of ["md", "html", "docx", "pdf", "chromium.pdf"]) {
  const tally = emptyTally();
  for (const draft of cases) {
    const checker = createChecker({ builtin: false });
    for (const { uri, text } of draft.sources) checker.setSource(await source(uri, text, ending));
    const report = checker.check({ uri: `${draft.name}.md`, text: draft.text, date: draft.date });
    score(
      draft,
      report,
      tally,
      (topic, line) => process.env.LIST && console.log(`${ending} ${topic}: ${line}`),
    );
  }
  console.log(`== ${ending}\n${render(tally).split("\n").slice(1, 2).join("")}`);
}
if (!process.env.KEEP) rmSync(work, { recursive: true });
else console.log(work);
