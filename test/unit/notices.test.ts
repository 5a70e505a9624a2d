/**
 * The notices of other people's work that the package carries.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { notices } from "../../scripts/notices.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A bundle that holds these files. */
function bundle(...files: string[]) {
  return { "dist/a.js": { inputs: Object.fromEntries(files.map((file) => [file, {}])) } };
}

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

function folder(files: Readonly<Record<string, string>>): string {
  const base = mkdtempSync(join(tmpdir(), "claimcheck-notices-"));
  made.push(base);
  for (const [path, text] of Object.entries({ "server/data/NOTICE.md": "Of data.\n", ...files })) {
    mkdirSync(dirname(join(base, path)), { recursive: true });
    writeFileSync(join(base, path), text);
  }
  return base;
}

const PACKAGE = JSON.stringify({ name: "quay", version: "1.2.3", license: "MIT" });

describe("notices", () => {
  it("hold the licence of every package that is in the bundle once, and the data's", () => {
    const base = folder({
      "node_modules/quay/package.json": PACKAGE,
      "node_modules/quay/LICENSE": "Copyright (c) Ada\r\nAs is.\r\n",
      "node_modules/quay/NOTICE.txt": "By Ada.\n",
      "node_modules/other/package.json": PACKAGE,
    });
    const text = notices(
      bundle("server/src/a.ts", "node_modules/quay/a.js", "node_modules/quay/b/c.js"),
      base,
    );
    expect(text.split(/\n\n={80}\n\n/).slice(1)).toEqual([
      "quay 1.2.3 (MIT)\n\nCopyright (c) Ada\nAs is.\n\nBy Ada.",
      "Of data.\n",
    ]);
  });

  it("are not made where a package has no licence", () => {
    const base = folder({ "node_modules/@dock/quay/package.json": PACKAGE });
    expect(() => notices(bundle("node_modules/@dock/quay/a.js"), base)).toThrow(/^quay has no licence file/);
  });

  it("hold the text of the Apache License where anything is under it", () => {
    const base = folder({
      "node_modules/quay/package.json": PACKAGE,
      "node_modules/quay/LICENSE": "Under the Apache License.",
    });
    expect(() => notices(bundle("node_modules/quay/a.js"), base)).toThrow("do not hold its text");
  });

  it("can be made of every package that Claimcheck depends on, with WordNet's", () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    const files = Object.keys(dependencies).map((name) => `node_modules/${name}/index.js`);
    const inside = ["@citation-js/date", "isarray", "cssomnom"].map(
      (name) => `node_modules/${name}/index.js`,
    );
    const text = notices(bundle(...files, ...inside), root);
    for (const [name, version] of Object.entries(dependencies))
      expect(text).toContain(`\n${name} ${version} (`);
    expect(text).toContain("Copyright (c) 2013 Julian Gruber");
    expect(text).toContain("PDF.js");
    expect(text).toContain("WordNet 3.0 Copyright 2006 by Princeton University");
  });

  it("are in the package", () => {
    expect(readFileSync(join(root, ".vscodeignore"), "utf8").split("\n")).toContain(
      "!dist/THIRD-PARTY-NOTICES.txt",
    );
  });
});
