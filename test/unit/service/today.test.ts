/** The day of what has no date: the one where the writer is, for it need not be the day in Greenwich. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createChecker } from "../../../server/src/service/checker.ts";
import type { Clock } from "../../../server/src/service/clock.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

function verdictOn(draft: string, clock: Clock): string | undefined {
  const checker = createChecker(clock, { builtin: false });
  checker.setSource({ uri: "sources/bridge.md", text: "The bridge in Varna was opened on 3 March 2024.\n" });
  return checker.check({ uri: "draft.md", text: draft }).claims.find(({ kind }) => kind === "date")?.verdict;
}

function clockOn(today: string): Clock {
  return { today: () => today, now: () => 0, turn: async () => {} };
}

describe("a draft without a date", () => {
  const draft = "The bridge in Varna was opened yesterday.\n";

  it("is taken to be written on the clock's day", () => {
    expect(verdictOn(draft, clockOn("2024-03-04"))).toBe("supported");
    expect(verdictOn(draft, clockOn("2024-03-06"))).toBe("contradicted");
  });

  it("is written on its own day where it has one", () => {
    const dated = `---\ndate: 2024-03-04\n---\n\n${draft}`;
    expect(verdictOn(dated, clockOn("2024-03-06"))).toBe("supported");
  });

  it("gives the engine its turns by the clock", async () => {
    let [time, turns] = [0, 0];
    const clock: Clock = {
      today: () => "2024-03-04",
      now: () => time++ * 100,
      turn: async () => {
        turns++;
      },
    };
    const checker = createChecker(clock, { builtin: false });
    expect(await checker.checkInSlices({ uri: "draft.md", text: draft }, () => false)).not.toBeNull();
    expect(turns).toBeGreaterThan(0);
    expect(await checker.checkInSlices({ uri: "draft.md", text: draft }, () => true)).toBeNull();
  });
});

// The two are 25 hours apart: in one of them it is always another day than in Greenwich.
describe.each(["Pacific/Kiritimati", "Pacific/Pago_Pago"])("the library in %s", (zone) => {
  it("takes the day there", { timeout: 60_000 }, () => {
    const dayThere = (offset: number) =>
      new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(Date.now() + offset * 86_400_000);
    const script = `
      import { createChecker } from "./server/src/library.ts";
      const checker = createChecker({ builtin: false });
      checker.setSource({ uri: "a.md", text: "The bridge in Varna was opened on ${dayThere(-1)}.\\n" });
      const { claims } = checker.check({ uri: "draft.md", text: "The bridge in Varna was opened yesterday.\\n" });
      console.log(claims.map(({ kind, verdict }) => kind + " " + verdict).join());
    `;
    const before = dayThere(0);
    const run = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, TZ: zone },
    });
    expect(run.stderr).toBe("");
    // A day that ends meanwhile proves nothing.
    if (dayThere(0) === before) expect(run.stdout).toContain("date supported");
  });
});
