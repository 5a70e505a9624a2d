/** Files that cannot be read end in a state and one line that names the file and says what to do; never in a crash. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { readDocx } from "../../../server/src/node/formats/docx.ts";
import { readHtml } from "../../../server/src/node/formats/html.ts";
import { readPdf } from "../../../server/src/node/formats/pdf.ts";
import { readSourceFile } from "../../../server/src/node/formats/read-source-file.ts";
import { stopReaders } from "../../../server/src/node/formats/reader-thread.ts";
import {
  type Extracted,
  FormatError,
  type ReadLimits,
  type ReadState,
  type SourceFile,
} from "../../../server/src/node/formats/types.ts";
import { bytesOf, fixture, missing, names } from "./fixtures.ts";

const folder = mkdtempSync(join(tmpdir(), "claimcheck-formats-"));
afterAll(async () => {
  await stopReaders();
  rmSync(folder, { recursive: true });
});

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
async function told(path: string, limits: ReadLimits = {}): Promise<SourceFile> {
  const read = await readSourceFile(path, { name: "notes/x", milliseconds: 30_000, ...limits });
  if (read.state !== "read") expect(read.message).toMatch(/^notes\/x [^\n]{10,300}\.$/);
  return read;
}

/** One stored or packed entry, as an archive; enough for a reader that trusts nothing. */
function archive(name: string, content: Uint8Array): Buffer {
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(10, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([head, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}

/** A PDF whose page tree holds itself. */
const LOOP = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[2 0 R]/Count 9>> endobj
trailer <</Root 1 0 R>>
%%EOF`;

/** A PDF whose page draws a form that draws itself. */
const SELF = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 5 0 R/Resources<</XObject<</F 4 0 R>>>>>> endobj
4 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>/Length 10>> stream
/F Do /F Do
endstream endobj
5 0 obj <</Length 5>> stream
/F Do
endstream endobj
trailer <</Root 1 0 R>>
%%EOF`;

const BROKEN: readonly (readonly [string, () => string | Uint8Array, ReadState])[] = [
  ["cut.pdf", () => bytesOf("groff.pdf").slice(0, 900), "damaged"],
  ["loop.pdf", () => LOOP, "no-text"],
  ["self.pdf", () => SELF, "no-text"],
  ["cut.docx", () => bytesOf("pandoc.docx").slice(0, 5000), "damaged"],
  ["noise.docx", () => Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256), "damaged"],
  ["bomb.docx", () => archive("word/document.xml", Buffer.alloc(200_000_000, " ")), "too-large"],
  [
    "entities.docx",
    () => archive("word/document.xml", Buffer.from('<!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>')),
    "damaged",
  ],
  ["table.docx", () => archive("xl/workbook.xml", Buffer.from("<x/>")), "not-text"],
  ["old.docx", () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), "not-text"],
  ["blank.pdf", () => "", "no-text"],
  ["empty.html", () => "<html><body><script>draw()</script></body></html>", "no-text"],
  ["picture.html", () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "not-text"],
  ["picture.md", () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "not-text"],
  ["paper.md", () => "%PDF-1.7 x", "not-text"],
];

describe("files that cannot be read", () => {
  it.each([
    ["locked.pdf", "encrypted", /password/],
    ["scan.pdf", "no-text", /OCR/],
  ] as const)("%s", async (name, state, reason) => {
    const read = await told(fixture(name));
    expect(read.state).toBe(state);
    expect(read.message).toMatch(reason);
    expect(read.text).toBe("");
  });

  it.each(BROKEN)("%s is told as such", { timeout: 60_000 }, async (name, content, state) => {
    expect((await told(put(name, content()))).state).toBe(state);
  });

  it("are missing, a folder or too large", async () => {
    expect((await told(join(folder, "nothing.pdf"))).state).toBe("not-found");
    mkdirSync(join(folder, "folder.pdf"));
    expect((await told(join(folder, "folder.pdf"))).state).toBe("unreadable");
    expect((await told(fixture("groff.pdf"), { fileBytes: 1000 })).state).toBe("too-large");
    expect((await told(fixture("groff.pdf"), { textBytes: 100 })).state).toBe("too-large");
    expect((await told(put("long.md", "word ".repeat(300)), { textBytes: 1000 })).state).toBe("too-large");
  });

  it("are given up when they take too long, and others are read after them", {
    timeout: 60_000,
  }, async () => {
    const slow = put("slow.html", `<table>${"<tr><td class=menu><div id=menu>".repeat(60_000)}`);
    const began = Date.now();
    const read = await told(slow, { milliseconds: 300 });
    expect(read.state).toBe("too-large");
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(missing((await told(fixture("ministry.html"))).text)).toEqual([]);
  });
});

describe("odd files", () => {
  it("cut off in the first tag are said to hold no text", () => {
    const page = new TextEncoder().encode("<!DOCTYPE html>\n<html ");
    expect(() => readHtml(page)).toThrow(FormatError);
  });

  it("nested ten thousand deep give their words", { timeout: 60_000 }, async () => {
    const deep = put("deep.html", `${"<div><b><ul><li>".repeat(2500)}The quay has 12 lamps.`);
    const read = await told(deep);
    expect(read.state).toBe("read");
    expect(read.text).toContain("The quay has 12 lamps.");
  });

  it("with a wrong ending are read as what they are, and it is said", async () => {
    const pdf = await told(put("really.docx", bytesOf("groff.pdf")));
    expect([pdf.state, pdf.format]).toEqual(["doubtful", "pdf"]);
    expect(pdf.message).toContain("is in truth a PDF");
    expect(missing(pdf.text)).toEqual([]);
    const page = await told(put("really.pdf", bytesOf("news-site.html")));
    expect([page.state, page.format]).toEqual(["doubtful", "html"]);
    expect((await told(put("really.html", bytesOf("pandoc.docx")))).format).toBe("docx");
  });

  it("in other encodings keep their letters", async () => {
    const words = "The café’s “terrace” – 12 seats";
    const page = (charset: string) => Buffer.from(`<meta charset=${charset}><p>${words}</p>`, "utf16le");
    expect((await told(put("wide.html", page("utf-16")))).text).toContain("café’s “terrace” – 12");
    const mac = Buffer.concat([
      Buffer.from("It doesn"),
      Buffer.from([0xd5]),
      Buffer.from("t sail, "),
      Buffer.from([0xd2]),
      Buffer.from("never"),
      Buffer.from([0xd3]),
      Buffer.from(" on 5 May."),
    ]);
    const old = await told(put("mac.txt", mac));
    expect(old.text).toBe("It doesn’t sail, “never” on 5 May.");
    expect([old.state, old.encoding]).toEqual(["doubtful", "macintosh"]);
    const czech = Buffer.concat([
      Buffer.from("<meta charset=windows-1250><p>Ji"),
      Buffer.from([0xf8]),
      Buffer.from("í has 3 seats.</p>", "latin1"),
    ]);
    expect((await told(put("czech.html", czech))).text).toContain("Jiří has 3 seats.");
  });
});

const READERS: Readonly<Record<string, (bytes: Uint8Array) => Extracted | Promise<Extracted>>> = {
  ".html": readHtml,
  ".docx": readDocx,
  ".pdf": readPdf,
};

/** Broken copies: cut off, or with some bytes changed. */
const damage = (length: number) =>
  fc.oneof(
    fc.nat(length).map((at) => (bytes: Uint8Array) => bytes.slice(0, at)),
    fc
      .array(fc.tuple(fc.nat(length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 })
      .map((flips) => (bytes: Uint8Array) => {
        const copy = Uint8Array.from(bytes);
        for (const [at, value] of flips) copy[at] = value;
        return copy;
      }),
  );

describe.each(Object.entries(READERS))("broken copies of every %s", (ending, read) => {
  it.each(names(ending))("%s are read or refused, within the limit", { timeout: 180_000 }, async (name) => {
    const bytes = bytesOf(name);
    await fc.assert(
      fc.asyncProperty(damage(bytes.length), async (broken) => {
        const began = Date.now();
        try {
          expect(typeof (await read(broken(bytes))).text).toBe("string");
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
        expect(Date.now() - began).toBeLessThan(10_000);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 6), seed: Number(process.env.FUZZ_SEED ?? 20240202) },
    );
  });
});

describe("the command line", () => {
  it("says in one line what it could not read, goes on, and fails with --strict", {
    timeout: 120_000,
  }, async () => {
    const root = new URL("../../../", import.meta.url);
    const run = (...args: string[]) => {
      try {
        const out = execFileSync(process.execPath, ["--import", "tsx", "server/src/cli/main.ts", ...args], {
          cwd: root,
          encoding: "utf8",
          stdio: "pipe",
        });
        return { status: 0, out, err: "" };
      } catch (error) {
        const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
        return { status, out: stdout, err: stderr };
      }
    };
    const sources = join(folder, "sources");
    mkdirSync(sources);
    for (const name of ["scan.pdf", "groff.pdf"]) writeFileSync(join(sources, name), bytesOf(name));
    const draft = put(
      "draft.md",
      "The operator pays 35,000 euros for each crossing that it cancels without cause.\n",
    );
    const loose = run("check", draft, "--source", sources);
    expect(loose.status).toBe(1);
    expect(loose.out).toContain("groff.pdf");
    expect(loose.err).toMatch(/^claimcheck: warning: \S+scan\.pdf holds pictures[^\n]+\n$/);
    expect(run("check", draft, "--source", sources, "--strict").status).toBe(2);
    expect(run("check", draft, "--source", join(sources, "scan.pdf")).status).toBe(2);
  });
});
