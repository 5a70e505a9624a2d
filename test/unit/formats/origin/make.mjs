/**
 * Makes the fixtures anew: one story in many layouts, written by real programs (LibreOffice, Chromium, pandoc, groff,
 * qpdf). Run by hand where those are installed: `node test/unit/formats/origin/make.mjs`; the results are kept in the
 * repository, since their bytes differ from version to version.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { docxParts } from "./docx-parts.mjs";
import { flatText } from "./flat-text.mjs";
import { PAGES } from "./pages.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../fixtures");
const work = mkdtempSync(join(tmpdir(), "fixtures-"));
const story = join(here, "story.md");

const run = (program, ...args) =>
  execFileSync(program, args, { cwd: work, stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 26 });
const at = (name) => join(work, name);
const keep = (name, as = name) => copyFileSync(at(name), join(out, as));
const office = (name, to) =>
  run(
    "soffice",
    `-env:UserInstallation=file://${work}/profile`,
    "--headless",
    "--convert-to",
    to,
    "--outdir",
    work,
    name,
  );
const browser = (...args) => run("chromium", "--headless", "--no-sandbox", "--disable-gpu", ...args);
const print = (page, name, ...args) =>
  browser(...args, `--print-to-pdf=${join(out, name)}`, `file://${at(page)}`);

mkdirSync(out, { recursive: true });
const body = run("pandoc", story, "-t", "html").toString();
const text = body.replace(/<h1[\s\S]*?<\/h1>/, "");

// Web pages. The first two are saved by a browser after its scripts have run.
for (const [name, page] of Object.entries(PAGES(text, body))) writeFileSync(at(name), page);
writeFileSync(join(out, "news-site.html"), browser("--dump-dom", `file://${at("news.html")}`));
writeFileSync(join(out, "ministry.html"), browser("--dump-dom", `file://${at("ministry.html")}`));
writeFileSync(
  at("old-portal.html"),
  Buffer.from(windows1252(readFileSync(at("old-portal.html"), "utf8").replace(/\u21a9\ufe0e/g, "&uarr;"))),
);
keep("old-portal.html");
keep("blog.html");
run("pandoc", story, "-s", "--metadata", "pagetitle=Night ferry", "-o", "pandoc.html");
keep("pandoc.html");

// Word documents.
run("pandoc", story, "-o", "pandoc.docx");
keep("pandoc.docx");
const opendocument = run("pandoc", story, "-t", "opendocument", "-s").toString();
for (const layout of ["report", "columns", "minutes"])
  writeFileSync(at(`${layout}.fodt`), flatText(opendocument, layout));
office("report.fodt", "docx:MS Word 2007 XML");
keep("report.docx", "libreoffice-report.docx");
office("minutes.fodt", "docx:MS Word 2007 XML");
keep("minutes.docx", "libreoffice-minutes.docx");
office("old-portal.html", "docx:MS Word 2007 XML");
keep("old-portal.docx", "libreoffice-web.docx");
run("pandoc", join(here, "tracked.md"), "-o", "tracked.docx");
keep("tracked.docx");
docxParts(at("pandoc.docx"), join(out, "text-boxes.docx"), run, work);

// PDFs.
office("report.fodt", "pdf");
keep("report.pdf", "libreoffice-report.pdf");
office("columns.fodt", "pdf");
keep("columns.pdf", "libreoffice-columns.pdf");
print("news.html", "chromium-news.pdf");
print("three-columns.html", "chromium-columns.pdf", "--no-pdf-header-footer");
print("slides.html", "chromium-slides.pdf", "--no-pdf-header-footer");
run("pandoc", story, "-t", "ms", "-s", "-o", "story.ms");
// Times, which groff brings along.
writeFileSync(at("story.ms"), readFileSync(at("story.ms"), "utf8").replace(/^\.fam .*/m, ".fam T"));
writeFileSync(join(out, "groff.pdf"), run("groff", "-ms", "-t", "-k", "-Tpdf", "story.ms"));

// PDFs without text, locked, cut off.
browser(`--screenshot=${at("page.png")}`, "--window-size=500,400", `file://${at("slides.html")}`);
writeFileSync(at("scan.html"), `<img src="page.png" style="width:100%">`);
print("scan.html", "scan.pdf", "--no-pdf-header-footer");
run("qpdf", "--encrypt", "secret", "secret", "256", "--", join(out, "groff.pdf"), join(out, "locked.pdf"));
run("qpdf", "--encrypt", "", "owner", "256", "--", join(out, "groff.pdf"), join(out, "owner-locked.pdf"));
rmSync(work, { recursive: true });

function windows1252(page) {
  const bytes = { "“": 0x93, "”": 0x94, "’": 0x91 + 1, "–": 0x96, "…": 0x85 };
  return [...page].map((char) => bytes[char] ?? char.charCodeAt(0));
}
