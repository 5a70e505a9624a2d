/**
 * What a person sees of a source's words: no markup, and of a cell of a table its row and column. What scripts get stays
 * as it stands in the source.
 */
import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { printPretty } from "../../../server/src/cli/format/pretty.ts";
import type { CheckResult } from "../../../server/src/cli/result.ts";
import { createChecker } from "../../../server/src/library.ts";
import { factCard } from "../../../server/src/service/card.ts";
import { printReport } from "../../../server/src/service/reporting/index.ts";
import { summaryOf } from "../../../server/src/service/summary.ts";

const MARKED =
  "The council approved the [ferry](https://ferry.example/aurora) *Aurora* with **eleven** votes on 4 March 2024.\n";
const TABLE =
  "Passengers on the island ferry\n\n| year | passengers | sailings |\n| --- | --- | --- |\n| 2022 | 139,400 | 2,210 |\n| 2023 | 146,200 | 2,315 |\n";

function check(source: string, draft: string) {
  const checker = createChecker({ builtin: false });
  checker.setSource({ uri: "sources/a.md", text: source, title: "Ferry news", published: "2024-03-05" });
  const report = checker.check({ uri: "draft.md", text: draft, date: "2024-04-01" });
  const sources = checker.sources().map((info) => ({
    info,
    name: info.uri,
    text: source,
    extract: () => checker.extract(info.uri),
  }));
  const input = {
    drafts: [{ report, text: draft, name: "draft.md" }],
    sources,
    unread: [],
    day: "2024-04-01",
    version: "1.0.0",
  };
  const wrong = report.claims.find(({ verdict }) => verdict === "contradicted")!;
  const result = {
    drafts: [{ report, text: draft }],
    summary: summaryOf(report),
    unread: [],
    version: "1.0.0",
  } as unknown as CheckResult;
  const pretty = printPretty(result, {
    verbose: false,
    explain: false,
    quiet: true,
    colors: picocolors.createColors(false),
    columns: 100,
  });
  return { wrong, pretty, report: printReport(input, "markdown"), page: printReport(input, "html") };
}

describe("marked-up words of a source", () => {
  const { wrong, pretty, report } = check(
    MARKED,
    "The council approved the ferry Aurora with eleven votes on 14 March 2024.\n",
  );
  const seen = "The council approved the ferry Aurora with eleven votes on 4 March 2024.";

  it("are shown as a reader sees them", () => {
    expect(factCard(wrong)).toContain(`“${seen.replace("4 March 2024", "**4 March 2024**")}”`);
    expect(pretty).toContain(`source: “${seen}”`);
    expect(report).toContain(seen.replace("4 March 2024", "**4 March 2024**"));
  });

  it("stay as they are for scripts, whose offsets lead to them", () => {
    const [evidence] = wrong.evidence;
    expect(evidence!.text).toBe(MARKED.trim());
    expect(MARKED.slice(evidence!.start, evidence!.end)).toBe(evidence!.text);
    expect(evidence!.shown?.text).toBe(seen);
    const [focus] = evidence!.shown!.focus;
    expect(seen.slice(focus!.start, focus!.end)).toBe("4 March 2024");
  });
});

describe("a cell of a table", () => {
  const { wrong, pretty, report, page } = check(
    TABLE,
    "| year | passengers | sailings |\n| --- | --- | --- |\n| 2022 | 139,400 | 2,210 |\n| 2023 | 164,200 | 2,315 |\n",
  );
  const place = "row “2023”, column “passengers”";

  it("is told with its row and column", () => {
    expect(wrong.evidence[0]).toMatchObject({ text: "146,200", cell: { row: "2023", column: "passengers" } });
    expect(factCard(wrong)).toContain(`“**146,200**” · ${place}`);
    expect(pretty).toContain(`source: “146,200” (${place})`);
    expect(report).toContain(place);
  });

  it("is so, too, among the facts that no draft uses", () => {
    const unused = check(TABLE, "The ferry made 2,214 sailings in 2023.\n");
    expect(unused.report).toContain("“139,400” (line 5, row “2022”, column “passengers”)");
    expect(unused.page).toContain("139,400 <small>(row “2022”, column “passengers”)</small>");
    expect(page).toContain(place);
  });
});
