/** Titles that a PDF records in another encoding than the format has, so that a dash became other signs. */
import { describe, expect, it } from "vitest";
import { createChecker } from "../../../server/src/library.ts";
import { readPdf } from "../../../server/src/node/formats/pdf.ts";
import { mendedTitle } from "../../../server/src/node/formats/pdf-title.ts";

/** A page of Helvetica; `title` goes into the information dictionary byte by byte, `lines` are Windows-1252. */
function pdf(title: Buffer, lines: readonly (readonly [size: number, text: string])[]): Uint8Array {
  let y = 780;
  const shown = lines.map(([size, text]) => {
    y -= size * 1.6;
    return `/F1 ${size} Tf 1 0 0 1 60 ${y} Tm (${text}) Tj`;
  });
  const stream = `BT\n${shown.join("\n")}\nET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    `<< /Title (${title.toString("latin1")}) >>`,
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join("");
  return Buffer.from(`%PDF-1.4\n${body}trailer << /Root 1 0 R /Info 6 0 R >>\n%%EOF`, "latin1");
}

const DASHED = "Halden ferry – annual report";
const LINE = "Halden ferry \x96 annual report";
const BODY = [
  [11, ""],
  [11, "The ferry carried 146,200 passengers in 2023 \x96 more than ever."],
  [11, "It opens on 4 March 2024 and costs 31 million euros in all."],
] as const;

async function sheetOf(bytes: Uint8Array): Promise<string> {
  const { text, metadata } = await readPdf(bytes);
  const checker = createChecker({ builtin: false });
  checker.setSource({ uri: "ferry.pdf", text, ...metadata });
  return checker.factSheet(["ferry.pdf"], (uri) => uri);
}

describe("the title of a PDF", () => {
  it.each([
    ["UTF-8", Buffer.from(DASHED)],
    ["Windows-1252", Buffer.from(LINE, "latin1")],
    ["the format's own encoding", Buffer.from(DASHED.replace("–", "\x85"), "latin1")],
  ])("has its dash where it is written in %s, and stands once in a fact sheet", async (_, title) => {
    const sheet = await sheetOf(pdf(title, [[18, LINE], ...BODY]));
    expect(sheet).toContain(`title: "${DASHED}"`);
    expect(sheet.match(/annual report/g)).toHaveLength(2);
    expect(sheet).toContain("- The ferry carried 146,200 passengers in 2023 – more than ever.");
  });

  it("is no fact of a sheet where the page does not set it apart", async () => {
    const sheet = await sheetOf(pdf(Buffer.from(DASHED), [[11, LINE], ...BODY]));
    expect(sheet).toContain(`# ${DASHED}\n\n- The ferry carried`);
  });

  it("stays as it is where nothing shows that it is wrong", () => {
    for (const title of ["Œuvres complètes", "Größe und Güte", "Plain", "Ærø – a guide", "中文"])
      expect(mendedTitle(title, { heading: "Something else" })).toBe(title);
    expect(mendedTitle("Œuvres", { heading: null })).toBe("Œuvres");
  });
});
