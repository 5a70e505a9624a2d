/**
 * The printers, on reports made by hand: what each format must hold whatever the engine finds.
 */

import Ajv from "ajv";
import addFormats from "ajv-formats";
import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { printGithub } from "../../../server/src/cli/format/github.ts";
import { printJson } from "../../../server/src/cli/format/json.ts";
import { printPretty } from "../../../server/src/cli/format/pretty.ts";
import { printSarif } from "../../../server/src/cli/format/sarif.ts";
import type { CheckResult, View } from "../../../server/src/cli/result.ts";
import { CODE_LIST } from "../../../server/src/service/codes.ts";
import type { Claim, Note } from "../../../server/src/service/report.ts";
import { summaryOf } from "../../../server/src/service/summary.ts";
import { LineTable } from "../../../server/src/text/lines.ts";
import { sarifSchema } from "./sarif-schema.ts";

const VIEW: View = {
  verbose: false,
  explain: false,
  quiet: false,
  colors: picocolors.createColors(false),
  columns: 100,
};
const TEXT = "# Brief\n\nIt opens on 14 May.\nThe ferry carried 300 people, 100 % of them\nislanders.\n";

function claim(text: string, words: string, extra: Partial<Claim> = {}): Claim {
  const lines = new LineTable(text);
  const start = text.indexOf(words);
  const end = start + words.length;
  const evidence = {
    source: "press/release 1.md",
    start: 10,
    end: 31,
    range: { start: { line: 2, character: 0 }, end: { line: 2, character: 21 } },
    text: "The pier opens 4 May.",
    focus: [{ start: 25, end: 30 }],
    title: "A pier",
    published: "2024-03-01",
    publisher: null,
    url: null,
  };
  return {
    start,
    end,
    range: { start: lines.placeAt(start), end: lines.placeAt(end) },
    text: words,
    kind: "date",
    verdict: "contradicted",
    code: "date-mismatch",
    message: "It is 4 May, not 14 May.",
    confidence: 0.95,
    actual: words,
    expected: "4 May",
    arithmetic: null,
    evidence: [evidence],
    fixes: [{ title: "Change to “4 May”", edits: [{ start, end: start + 2, newText: "4" }] }],
    fingerprint: "0123456789abcdef",
    ...extra,
  };
}

function resultOf(text: string, claims: Claim[], notes: Note[] = [], path = "brief.md"): CheckResult {
  const drafts = [{ report: { path, claims, notes }, text }];
  return {
    drafts,
    sources: [],
    unread: [],
    summary: summaryOf(...drafts.map(({ report }) => report)),
    complete: true,
    version: "1.2.3",
  };
}

const NOTE: Note = {
  start: 0,
  end: 7,
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 7 } },
  code: "unused-ignore",
  message: "This directive hides nothing.",
};
const WRONG = claim(TEXT, "14 May");
const SPANNING = claim(TEXT, "100 % of them\nislanders", {
  kind: "quantity",
  code: "quantity-mismatch",
  message: "Not 100 %,\nbut: half, or so",
  confidence: 0.7,
});
const RIGHT = claim(TEXT, "300 people", { verdict: "supported", code: "uncited", fixes: [] });
const CITED = claim(TEXT, "opens", { verdict: "supported", code: null, fixes: [] });
const UNKNOWN = claim(TEXT, "ferry", {
  verdict: "unsupported",
  code: "unsupported",
  evidence: [],
  fixes: [],
});
const ALL = resultOf(TEXT, [CITED, WRONG, UNKNOWN, RIGHT, SPANNING], [NOTE]);

describe("pretty", () => {
  it("shows the line, carets, the source's words, their place, and the fix", () => {
    expect(printPretty(resultOf(TEXT, [WRONG]), VIEW).split("\n")).toEqual([
      "brief.md:3:13  date-mismatch  It is 4 May, not 14 May.",
      "  3 │ It opens on 14 May.",
      "    │             ^^^^^^",
      "  source: “The pier opens 4 May.”",
      "          A pier · 1 March 2024 · press/release 1.md:3",
      "  fix:    Change to “4 May”",
      "",
      "1 draft: 1 contradicted, 0 supported, 0 not in the sources",
      "",
    ]);
  });

  it("keeps what is supported or unknown for --verbose", () => {
    expect(printPretty(ALL, VIEW)).not.toMatch(/ uncited | unsupported | supported {2}/);
    const verbose = printPretty(ALL, { ...VIEW, verbose: true });
    expect(verbose).toMatch(/4:19 {2}uncited/);
    expect(verbose).toMatch(/4:5 {2}unsupported/);
    expect(verbose).toMatch(/3:4 {2}supported/);
  });

  it("says only findings with --quiet", () => {
    const quiet = printPretty(ALL, { ...VIEW, quiet: true });
    expect(quiet).toContain("date-mismatch");
    expect(quiet).not.toMatch(/unused-ignore|1 draft/);
    expect(printPretty(resultOf(TEXT, [RIGHT]), { ...VIEW, quiet: true })).toBe("");
  });

  it("shows the arithmetic of a finding, once", () => {
    const result = resultOf(TEXT, [{ ...WRONG, arithmetic: "2 + 2 = 4" }]);
    expect(printPretty(result, VIEW).split("2 + 2 = 4")).toHaveLength(2);
    expect(printPretty(result, { ...VIEW, explain: true }).split("2 + 2 = 4")).toHaveLength(2);
  });

  it("explains how sure a finding is", () => {
    const explained = printPretty(resultOf(TEXT, [{ ...WRONG, arithmetic: "2 + 2 = 4" }]), {
      ...VIEW,
      explain: true,
    });
    expect(explained).toMatch(/sure: {3}95 %/);
    expect(explained).toContain("2 + 2 = 4");
    expect(explained).not.toContain("considered:");
    expect(explained).toContain("words:  “4 May”");
  });

  it("prints no megabyte for a draft of one line", () => {
    const text = `${"so it goes on and on ".repeat(50_000)}on 14 May, ${"and on ".repeat(20_000)}`;
    const wrong = claim(text, "14 May");
    expect(printPretty(resultOf(text, [wrong]), VIEW).length).toBeLessThan(1000);
  });

  it("prints no megabyte for a passage of one sentence, and keeps its deciding words", () => {
    const long = `${"word ".repeat(100_000)}4 May ${"word ".repeat(1000)}`;
    const at = long.indexOf("4 May");
    const evidence = {
      ...WRONG.evidence[0]!,
      text: long,
      start: 0,
      end: long.length,
      focus: [{ start: at, end: at + 5 }],
    };
    const printed = printPretty(resultOf(TEXT, [{ ...WRONG, evidence: [evidence] }]), VIEW);
    expect(printed.length).toBeLessThan(1000);
    expect(printed).toMatch(/source: “….*4 May/);
  });

  it("lets no text act on the terminal", () => {
    const wicked = claim(TEXT, "14 May", { message: "\u001b[2J\u0007gone" });
    expect(printPretty(resultOf(TEXT, [wicked], [], "a\u001b[31m.md"), VIEW)).not.toMatch(/[\u001b\u0007]/);
  });

  it("uses colour only where it is on", () => {
    expect(printPretty(ALL, { ...VIEW, colors: picocolors.createColors(true) })).toContain("\u001b[31m");
    expect(printPretty(ALL, VIEW)).not.toContain("\u001b");
  });
});

describe("json", () => {
  it("has the frame that scripts rely on", () => {
    const data = JSON.parse(printJson(ALL));
    expect(data).toMatchObject({
      version: 1,
      drafts: [{ path: "brief.md" }],
      summary: { supported: 2, contradicted: 2, unsupported: 1, disputed: 0 },
    });
    expect(data.drafts[0].claims).toHaveLength(5);
    expect(data.drafts[0].claims[1]).toMatchObject(JSON.parse(JSON.stringify(WRONG)));
  });
});

describe("github", () => {
  it("escapes data and properties", () => {
    const lines = printGithub(resultOf(TEXT, [WRONG, SPANNING], [], "notes/a,b:c%.md"), VIEW).split("\n");
    expect(lines[0]).toBe(
      "::warning file=notes/a%2Cb%3Ac%25.md,line=3,endLine=3,col=13,endColumn=18,title=Claimcheck%3A date-mismatch::" +
        "It is 4 May, not 14 May.%0ASource: “The pier opens 4 May.” (press/release 1.md)%0AFix: Change to “4 May”",
    );
    expect(lines[1]).toMatch(
      /^::warning file=[^:]*,line=4,endLine=5,title=[^:]*::Not 100 %25,%0Abut: half, or so%0A/,
    );
    expect(lines[1]).not.toContain("col=");
  });

  it("has one line a finding, notes as notices", () => {
    const printed = printGithub(ALL, VIEW);
    expect(printed.match(/^::warning /gm)).toHaveLength(2);
    expect(printed.match(/^::notice .*unused-ignore/gm)).toHaveLength(1);
    expect(printed.trimEnd().split("\n")).toHaveLength(3);
  });
});

describe("sarif", () => {
  const ajv = new Ajv({ allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(sarifSchema);

  it.each([
    ["findings", ALL, VIEW],
    ["everything", ALL, { ...VIEW, verbose: true }],
    ["nothing", { ...ALL, drafts: [], complete: false }, VIEW],
    [
      "a source that was not read",
      { ...ALL, unread: [{ path: "press/a.pdf", message: "press/a.pdf: a scan." }] },
      VIEW,
    ],
    ["an odd path", resultOf(TEXT, [WRONG], [], "a b/ü%#?.md"), VIEW],
    ["a Windows path", resultOf(TEXT, [WRONG], [], "C:\\notes\\a b.md"), VIEW],
  ] as const)("is valid with %s", (_, result, view) => {
    validate(JSON.parse(printSarif(result, view)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it("would refuse a wrong log", () => {
    const log = JSON.parse(printSarif(ALL, VIEW));
    log.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0;
    expect(validate(log)).toBe(false);
  });

  it("names the side of each passage where the sources disagree", () => {
    const [evidence] = WRONG.evidence;
    const disputed: Claim = {
      ...WRONG,
      verdict: "disputed",
      code: "disputed",
      message: "The sources disagree about “14 May”.",
      fixes: [],
      evidence: [
        { ...evidence!, side: "disagrees" },
        { ...evidence!, side: "agrees", text: "It opens on 14 May.", title: "A wire", published: null },
      ],
    };
    const result = JSON.parse(printSarif(resultOf(TEXT, [disputed]), VIEW)).runs[0].results[0];
    expect(result.message.text).toBe(
      "The sources disagree about “14 May”. Source (says otherwise): “The pier opens 4 May.” Source (agrees with the draft): “It opens on 14 May.”",
    );
    expect(result.relatedLocations.map(({ message }: { message: { text: string } }) => message.text)).toEqual(
      ["A pier, 2024-03-01, says otherwise", "A wire, agrees with the draft"],
    );
    expect(printGithub(resultOf(TEXT, [disputed]), VIEW)).toContain(
      "Source (says otherwise): “The pier opens 4 May.” (press/release 1.md)%0ASource (agrees with the draft): “It opens on 14 May.”",
    );
    const printed = JSON.parse(printJson(resultOf(TEXT, [disputed]))).drafts[0].claims[0];
    expect(printed.evidence.map(({ side }: { side: string }) => side)).toEqual(["disagrees", "agrees"]);
  });

  it("points each result at its rule, its place and the passage", () => {
    const run = JSON.parse(printSarif(ALL, VIEW)).runs[0];
    const { rules } = run.tool.driver;
    expect(rules).toHaveLength(CODE_LIST.length + 1);
    for (const result of run.results) expect(rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(run.results.map((result: { ruleId: string }) => result.ruleId)).toEqual([
      "unused-ignore",
      "date-mismatch",
      "quantity-mismatch",
    ]);
    const [, date, quantity] = run.results;
    expect(date).toMatchObject({
      level: "warning",
      rank: 95,
      partialFingerprints: { "claim/v1": "0123456789abcdef" },
      locations: [
        { physicalLocation: { region: { startLine: 3, startColumn: 13, endColumn: 19, charOffset: 21 } } },
      ],
      relatedLocations: [
        { physicalLocation: { artifactLocation: { uri: "press/release%201.md" }, region: { startLine: 3 } } },
      ],
    });
    expect(date.fixes[0].artifactChanges[0].replacements).toEqual([
      {
        deletedRegion: {
          startLine: 3,
          startColumn: 13,
          endLine: 3,
          endColumn: 15,
          charOffset: 21,
          charLength: 2,
        },
        insertedContent: { text: "4" },
      },
    ]);
    expect(quantity.level).toBe("note");
  });
});
