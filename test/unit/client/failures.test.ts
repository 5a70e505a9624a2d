/**
 * What the extension tells where the server is down or breaks: never an empty list, never a raw error.
 */
import { describe, expect, it } from "vitest";
import { ErrorCodes, ResponseError } from "vscode-languageserver/node";
import { answered, Crashes, guarded, STARTING, type Teller } from "../../../client/src/failures.ts";
import manifest from "../../../package.json";
import { NOT_CHECKED } from "../../../server/src/service/failures.ts";

/** Keeps what is told. */
class Told implements Teller {
  readonly lines: string[] = [];
  failure: string | null;

  constructor(failure: string | null = null) {
    this.failure = failure;
  }
  explainFailure(): void {
    this.lines.push(`off: ${this.failure}`);
  }
  tell(message: string): void {
    this.lines.push(message);
  }
  tellInternal(message: string): void {
    this.lines.push(`internal: ${message}`);
  }
}

describe("a command that needs the server", () => {
  it("is not run while there is none, which is told", async () => {
    const told = new Told("The server stays off.");
    let ran = false;
    await guarded(told, () => {
      ran = true;
    });
    expect(ran).toBe(false);
    expect(told.lines).toEqual(["off: The server stays off."]);
  });

  it.each([ErrorCodes.ConnectionInactive, ErrorCodes.PendingResponseRejected])(
    "tells of a server that is not there yet, or no more (%i)",
    async (code) => {
      const told = new Told();
      await guarded(told, () => Promise.reject(new ResponseError(code, "Client is not running")));
      expect(told.lines).toEqual([STARTING]);
      await guarded(told, () => {
        told.failure = "It stopped.";
        throw new ResponseError(code, "Client is not running");
      });
      expect(told.lines[1]).toBe("off: It stopped.");
    },
  );

  it("tells what broke inside, with the log", async () => {
    const told = new Told();
    const answer = { text: null, problem: "Claimcheck broke.", failed: true };
    await guarded(told, async () => answered(answer));
    expect(told.lines).toEqual(["internal: Claimcheck broke."]);
  });

  it("hides no other error", async () => {
    const told = new Told();
    await expect(guarded(told, () => Promise.reject(new Error("ours")))).rejects.toThrow("ours");
    expect(told.lines).toEqual([]);
  });

  it("gets any other answer as it is", () => {
    for (const answer of [null, undefined, [], { problem: "There is nothing to change here." }])
      expect(answered(answer)).toBe(answer);
  });
});

it("names the command that shows the log as the palette does", () => {
  const { commands } = manifest.contributes;
  const { category, title } = commands.find(({ command }) => command === "claimcheck.showLog")!;
  expect(NOT_CHECKED).toContain(`“${category}: ${title}”`);
});

describe("crashes", () => {
  it("count for some minutes, and not over a restart by hand", () => {
    const crashes = new Crashes();
    const minute = 60_000;
    expect([0, 1, 2, 3].map((second) => crashes.add(second * 1000))).toEqual([1, 2, 3, 4]);
    expect(crashes.add(crashes.minutes * minute + 2500)).toBe(2);
    crashes.clear();
    expect(crashes.add(crashes.minutes * minute + 3000)).toBe(1);
  });
});
