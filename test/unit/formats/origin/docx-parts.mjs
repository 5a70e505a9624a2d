/** A variant of a DOCX that no converter writes: its first paragraph in a text box, a heading style in another language. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export function docxParts(from, to, run, work) {
  const folder = join(work, "parts");
  mkdirSync(folder);
  run("unzip", "-q", from, "-d", folder);
  const names = run("unzip", "-Z1", from).toString().trim().split("\n");
  const styles = join(folder, "word/styles.xml");
  writeFileSync(
    styles,
    readFileSync(styles, "utf8").replaceAll('w:styleId="Heading2"', 'w:styleId="berschrift2"'),
  );
  const text = join(folder, "word/document.xml");
  const xml = readFileSync(text, "utf8").replaceAll('w:val="Heading2"', 'w:val="berschrift2"');
  const first = /<w:p>(?:(?!<\/w:p>).)*The Ports Authority of Vesterland will(?:(?!<\/w:p>).)*<\/w:p>/s.exec(
    xml,
  )[0];
  const box = `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${first}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
  writeFileSync(text, xml.replace(first, box));
  rmSync(to, { force: true });
  execFileSync("zip", ["-q", "-X", to, ...names], { cwd: folder });
}
