/**
 * Scores the labelled cases again with their sources as web pages, Word documents and PDFs, made by pandoc and LibreOffice:
 *   npm run benchmark:formats [-- --cases FOLDER]...
 * Run by hand where those are installed. What is cited is not counted: labels place it in the Markdown.
 */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createChecker } from "../../server/src/library.ts";
import { readSourceFile } from "../../server/src/node/formats/read-source-file.ts";
import { readFrontMatter } from "../../server/src/text/front-matter.ts";
import { type LabelledDraft, type LabelledSource, readCases } from "./cases.ts";
import { emptyTally, render, score } from "./score.ts";

const FORMATS = ["html", "docx", "pdf"] as const;
type Format = (typeof FORMATS)[number];

/** Under which name a source of a case is converted: all lie in one folder, for LibreOffice is slow to start. */
function stemOf(draft: LabelledDraft, source: LabelledSource): string {
  return `${draft.name.split("/")[0]}__${path.basename(source.uri, ".md")}`;
}

/** Writes every source in every format below `folder`. */
function convert(drafts: readonly LabelledDraft[], folder: string): void {
  const done = new Set<string>();
  for (const draft of drafts) {
    for (const source of draft.sources) {
      const stem = stemOf(draft, source);
      if (done.has(stem)) continue;
      done.add(stem);
      writePage(source.text, path.join(folder, `${stem}.html`));
      writeDocument(source.text, path.join(folder, `${stem}.docx`));
    }
  }
  const documents = [...done].map((stem) => path.join(folder, `${stem}.docx`));
  for (let at = 0; at < documents.length; at += AT_ONCE) print(documents.slice(at, at + AT_ONCE), folder);
}

/** LibreOffice leaves out what is too much for it at one time. */
const AT_ONCE = 40;

function print(documents: readonly string[], folder: string): void {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...documents], {
    stdio: "ignore",
  });
}

interface Parts {
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
  readonly url: string;
  readonly body: string;
}

function partsOf(text: string): Parts {
  const { data, span } = readFrontMatter(text);
  const of = (key: string) => String(data[key] ?? "");
  return {
    title: of("title"),
    publisher: of("publisher"),
    published: of("published").slice(0, 10),
    url: of("url"),
    body: text.slice(span.end),
  };
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A page as sites have them: its data in the head, navigation and imprint around the article. */
function writePage(text: string, file: string): void {
  const { title, publisher, published, url, body } = partsOf(text);
  const article = execFileSync("pandoc", ["-f", "gfm", "-t", "html"], { input: body, encoding: "utf8" });
  const heading = /^\s*# /.test(body) ? "" : `<h1>${escaped(title)}</h1>`;
  fs.writeFileSync(
    file,
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta property="og:title" content="${escaped(title)}"><meta property="og:site_name" content="${escaped(publisher)}">
<meta property="article:published_time" content="${published}"><link rel="canonical" href="${escaped(url)}"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<main><article>${heading}${article}</article></main><footer>Contact · Imprint</footer></body></html>`,
  );
}

/** A document with its title, its publisher as author, and its day above the text. */
function writeDocument(text: string, file: string): void {
  const { title, publisher, published, body } = partsOf(text);
  const meta = Object.entries({ title, author: publisher, date: published })
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join("\n");
  execFileSync("pandoc", ["-f", "markdown+pipe_tables", "-s", "-o", file], {
    input: `---\n${meta}\n---\n\n${body}`,
  });
}

async function scoreIn(
  format: Format | null,
  drafts: readonly LabelledDraft[],
  folder: string,
): Promise<string> {
  const tally = emptyTally();
  for (const draft of drafts) {
    const checker = createChecker({ builtin: false });
    for (const source of draft.sources) {
      if (!format) checker.setSource(source);
      else {
        const file = await readSourceFile(path.join(folder, `${stemOf(draft, source)}.${format}`));
        if (file.state !== "read") console.log(file.message);
        checker.setSource({ uri: source.uri, text: file.text, ...file.metadata });
      }
    }
    score(
      draft,
      checker.check({ uri: `${draft.name}.md`, text: draft.text, date: draft.date }),
      tally,
      () => {},
    );
  }
  return render(tally);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { cases: { type: "string", multiple: true } } });
  const here = path.dirname(fileURLToPath(import.meta.url));
  const drafts = (values.cases ?? [path.join(here, "cases")]).flatMap(readCases);
  const folder = fs.mkdtempSync(path.join(tmpdir(), "formats-"));
  convert(drafts, folder);
  console.log(`Markdown\n${await scoreIn(null, drafts, folder)}`);
  for (const format of FORMATS) console.log(`\n${format}\n${await scoreIn(format, drafts, folder)}`);
  fs.rmSync(folder, { recursive: true });
}

await main();
// The thread that reads PDFs would wait for more.
process.exit(0);
