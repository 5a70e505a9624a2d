/** `claimcheck.yaml`: what its keys say, and what people are told where it is wrong. */

import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { KEYS, readConfig, SEVERITY_KEYS } from "../../../server/src/service/config/read.ts";
import {
  builtinOf,
  draftDay,
  isExcluded,
  isNoSource,
  mayBeDraft,
  severitiesOf,
  standingAt,
} from "../../../server/src/service/config/scope.ts";
import { EMPTY_CONFIG } from "../../../server/src/service/config/types.ts";
import { DEFAULT_SEVERITIES, SEVERITIES } from "../../../server/src/service/severity.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../../schemas/claimcheck.schema.json", import.meta.url), "utf8"),
);
const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);

function configOf(text: string) {
  const { config, problems } = readConfig(text);
  expect(problems).toEqual([]);
  return config;
}

/** "line:column message", both from 1. */
function told(text: string): string[] {
  return readConfig(text).problems.map(
    ({ line, character, message }) => `${line + 1}:${character + 1} ${message}`,
  );
}

const WHOLE = `# What our briefs lean on
sources:
  - press
  - "reports/2024/**/*.pdf"
drafts: drafts/*.md
exclude: ["**/archive", drafts/scratch.md]
date: 2024-02-10
builtin: false
severity:
  contradicted: error
  uncertain: off
`;

describe("the file", () => {
  it("says what its keys say", () => {
    const config = configOf(WHOLE);
    expect(config.sources?.map(({ pattern }) => pattern.text)).toEqual(["press", "reports/2024/**/*.pdf"]);
    expect(config.sources?.[1]).toMatchObject({ line: 3, character: 4 });
    expect(config).toMatchObject({
      date: "2024-02-10",
      builtin: false,
      severity: { contradicted: "error", uncertain: "off" },
    });
    expect(mayBeDraft(config, "drafts/a.md")).toBe(true);
    expect(mayBeDraft(config, "drafts/scratch.md")).toBe(false);
    expect(mayBeDraft(config, "README.md")).toBe(false);
    expect(isExcluded(config, "press/archive/2019/a.pdf")).toBe(true);
  });

  it.each([["", "# nothing yet\n", "sources:\n", "{}", "---\n", "sources: []\n"]].flat())(
    "says nothing in %j",
    (text) => expect(configOf(text)).toEqual(EMPTY_CONFIG),
  );

  it("may be JSON, and may have Windows line ends", () => {
    expect(configOf('{"sources": ["press"], "builtin": true}')).toMatchObject({ builtin: true });
    expect(configOf("builtin: true\r\ndate: '2024-05-31'\r\n")).toMatchObject({ date: "2024-05-31" });
  });
});

describe("people are told", () => {
  it.each([
    ["source: press", ["1:1 unknown key “source”: did you mean “sources”?"]],
    ["ignore: [a]", ["1:1 unknown key “ignore”: did you mean “exclude”?"]],
    [
      "colour: red",
      [
        "1:1 unknown key “colour”: known are sources, drafts, exclude, date, builtin, bibliography, citations, severity and baseline.",
      ],
    ],
    [
      "a: 1\nsources: 7",
      [expect.stringMatching(/^1:1 /), "2:10 “sources” takes a list of files, folders or globs."],
    ],
    ["sources:\n  - press\n  - [a]\n", ["3:5 “sources” takes a list of files, folders or globs."]],
    [
      "sources:\n  - press\n  - {a: b}\n",
      [
        "3:5 A source that stands as a map needs a “path”.",
        "3:6 unknown key “a”: known are path, rank, supersedes and superseded-by.",
      ],
    ],
    ["sources:\n  - {path: wire, rank: first}\n", ["2:24 “rank” takes a number: 1 takes precedence over 2."]],
    [
      "sources:\n  - {path: wire, supersedes: 7}\n",
      ["2:30 “supersedes” takes sources by file, title or address."],
    ],
    ["baseline: '*.txt'", ["1:11 “baseline” takes one file."]],
    ["baseline: [a.txt, b.txt]", ["1:11 “baseline” takes one file."]],
    ["builtin: maybe", ["1:10 “builtin” takes true or false."]],
    ["date: soon", ["1:7 “date” takes a day such as 2024-05-31."]],
    ["date: 2024-02-30", ["1:7 “date” takes a day such as 2024-05-31."]],
    ["severity: off", ["1:11 “severity” takes keys such as “uncertain: off”."]],
    [
      "severity:\n  contradicted: warn\n",
      ["2:17 “contradicted” takes error, warning, information, hint or off. Did you mean “warning”?"],
    ],
    ["severity:\n  contradict: off\n", ["2:3 unknown key “contradict”: did you mean “contradicted”?"]],
    [
      "sources: [press, ../elsewhere]",
      ["1:18 “../elsewhere” leads out of this file's folder: only what lies in it is read."],
    ],
    ["citations:\n  style: apa\n", ["2:10 “style” takes footnote, pandoc or link."]],
    ["citations: pandoc", ["1:12 “citations” takes keys such as “style: pandoc”."]],
    ["citations:\n  styl: pandoc\n", ["2:3 unknown key “styl”: did you mean “style”?"]],
    ["builtin: true\nbuiltin: false\n", ["2:1 “builtin” stands twice: keep one of the two."]],
    ["- press", ["1:1 Write keys such as “sources: [press]”."]],
    ["sources: [press", [expect.stringMatching(/^1:\d+ Not valid YAML or JSON: .*not closed/)]],
    ["sources: &a [*a]", [expect.stringContaining("“sources” takes a list")]],
  ])("what is wrong in %j", (text, problems) => expect(told(text)).toEqual(problems));

  it("and what is right still counts", () => {
    const { config } = readConfig("sources: [press, ../x]\ndate: soon\nbuiltin: false\n");
    expect(config.sources?.map(({ pattern }) => pattern.text)).toEqual(["press"]);
    expect(config).toMatchObject({ builtin: false, date: null });
  });

  it("and no file makes it fail or takes long", () => {
    const aliases = Array.from(
      { length: 30 },
      (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(9)}]`,
    );
    const files = [
      "[".repeat(60_000),
      "{a: ".repeat(15_000),
      `a0: &a0 x\n${aliases.join("\n")}\n`,
      Array.from({ length: 6000 }, (_, at) => `k${at}: 1`).join("\n"),
      `sources: [${"a,".repeat(20_000)}]`,
      "\u0000\u0001",
      "x".repeat(1_000_000),
      "? ".repeat(30_000),
    ];
    for (const text of files) {
      const started = performance.now();
      expect(readConfig(text).problems.length, text.slice(0, 20)).toBeGreaterThan(0);
      expect(performance.now() - started, text.slice(0, 20)).toBeLessThan(5000);
    }
  });
});

describe("what takes precedence", () => {
  it("is the file before the settings, key by key", () => {
    const { severity } = configOf("severity: {uncertain: off}\n");
    expect(severitiesOf({ severity }, { ...DEFAULT_SEVERITIES, contradicted: "error" })).toEqual({
      ...DEFAULT_SEVERITIES,
      contradicted: "error",
      uncertain: "off",
    });
    expect(builtinOf([{ builtin: true }], false)).toBe(true);
    expect(builtinOf([{ builtin: null }], false)).toBe(false);
    expect(builtinOf([{ builtin: true }, { builtin: false }], true)).toBe(false);
  });

  it("is the draft's own day before the file's", () => {
    expect(draftDay({ date: "2024-05-01" }, "---\ndate: 2024-06-01\n---\n\nText.\n")).toBeUndefined();
    expect(draftDay({ date: "2024-05-01" }, "---\ntitle: x\n---\n\nText.\n")).toBe("2024-05-01");
    expect(draftDay({ date: null }, "Text.\n")).toBeUndefined();
  });

  it("is the later of two entries that say how a source stands, key by key", () => {
    const config = configOf(
      "sources:\n  - press\n  - {path: press/wire, rank: 2}\n  - {path: '**/*-old.md', rank: 3, superseded-by: new.md}\n",
    );
    expect(standingAt(config, "press/a.md")).toEqual({});
    expect(standingAt(config, "press/wire/a.md")).toEqual({ rank: 2 });
    expect(standingAt(config, "press/wire/a-old.md")).toEqual({ rank: 3, supersededBy: ["new.md"] });
  });

  it("is a source folder before drafts, and drafts before a glob over everything", () => {
    const config = configOf("sources: ['**/*.md']\ndrafts: [briefs]\nexclude: [old]\n");
    expect(isNoSource(config, "briefs/a.md", true)).toBe(true);
    expect(isNoSource(config, "briefs/a.md", false)).toBe(false);
    expect(isNoSource(config, "press/a.md", true)).toBe(false);
    expect(isNoSource(config, "old/a.md", false)).toBe(true);
    expect(isNoSource(config, "claimcheck-baseline.txt", true)).toBe(true);
  });
});

describe("the schema", () => {
  it("knows the same keys and values", () => {
    expect(Object.keys(schema.properties)).toEqual([...KEYS]);
    expect(Object.keys(schema.properties.severity.properties)).toEqual(SEVERITY_KEYS);
    expect(schema.definitions.severity.enum).toEqual(SEVERITIES);
  });

  it.each([
    [{}, true],
    [{ sources: "press", drafts: ["a.md"], exclude: [], date: "2024-05-31", builtin: true }, true],
    [{ severity: { uncertain: "off" } }, true],
    [{ bibliography: "refs.bib", citations: { style: "pandoc" } }, true],
    [{ sources: ["press", { path: "wire", rank: 2, "superseded-by": ["press/a.md"] }] }, true],
    [{ sources: { path: ["wire", "old"], supersedes: "x" } }, true],
    [{ sources: [{ rank: 2 }] }, false],
    [{ sources: [{ path: "wire", rank: "2" }] }, false],
    [{ sources: [{ path: "wire", supersedes: [] }] }, false],
    [{ baseline: "accepted.txt" }, true],
    [{ baseline: "*.txt" }, false],
    [{ citations: { style: "apa" } }, false],
    [{ source: "press" }, false],
    [{ sources: 7 }, false],
    [{ date: "soon" }, false],
    [{ builtin: "yes" }, false],
    [{ severity: { uncertain: "warn" } }, false],
  ])("and finds %j as right or wrong as the reader does: %j", (value, right) => {
    expect(validate(value)).toBe(right);
    expect(readConfig(JSON.stringify(value)).problems.length === 0).toBe(right);
  });

  it("is contributed for the file's name, and its words agree with the settings", () => {
    const manifest = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
    expect(manifest.contributes.yamlValidation).toEqual([
      { fileMatch: "claimcheck.yaml", url: "./schemas/claimcheck.schema.json" },
    ]);
    const settings = manifest.contributes.configuration.properties;
    for (const key of SEVERITY_KEYS)
      expect(schema.properties.severity.properties[key].description).toBe(
        // Only the page of the settings makes links of `#…#`.
        settings[`claimcheck.severity.${key}`].markdownDescription.replace(/`#(.+?)#`/g, "`$1`"),
      );
  });
});
