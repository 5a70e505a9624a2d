/**
 * What `--fix` says where it knows no correction.
 */
import { describe, expect, it } from "vitest";
import type { Console } from "../../../server/src/cli/console.ts";
import { correctFile } from "../../../server/src/cli/fix.ts";
import type { InputFile, InputText } from "../../../server/src/cli/inputs.ts";
import type { Claim, DraftReport } from "../../../server/src/service/report.ts";

const file: InputFile = { path: "brief.md", uri: "file:///brief.md", identity: "1", named: true };
const input: InputText = { text: "It is so.\n", bytes: new Uint8Array(), writable: true, note: null };

/** What is said of a draft with contradictions that have no fix. */
async function told(contradictions: number): Promise<string[]> {
  const said: string[] = [];
  const claims = Array.from({ length: contradictions }, () => ({ verdict: "contradicted", fixes: [] }));
  const report = { path: "brief.md", claims: claims as unknown as Claim[], notes: [] } as DraftReport;
  const console = { say: (line: string) => said.push(line) } as unknown as Console;
  expect(await correctFile(console, file, input, report, false)).toBeNull();
  return said;
}

describe("--fix", () => {
  it("says how many contradictions are left to the writer", async () => {
    expect(await told(1)).toEqual([
      "brief.md: no automatic correction is known for 1 contradiction; correct it by hand.",
    ]);
    expect(await told(3)).toEqual([
      "brief.md: no automatic correction is known for 3 contradictions; correct them by hand.",
    ]);
    expect(await told(0)).toEqual([]);
  });
});
