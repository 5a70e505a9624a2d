/**
 * Where an error comes from, for who sets DEBUG: also behind an error that is told in one line.
 */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { attempt } from "../../../server/src/cli/console.ts";
import { CliError } from "../../../server/src/cli/errors.ts";

let written = "";
beforeEach(() => {
  written = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    written += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

async function run(): Promise<string[]> {
  const told: string[] = [];
  await attempt(
    (message) => told.push(message),
    () => Promise.reject(new CliError("d.md: the check failed.", { cause: new TypeError("inside") })),
  );
  return told;
}

it("is printed with DEBUG", async () => {
  vi.stubEnv("DEBUG", "1");
  expect(await run()).toEqual(["d.md: the check failed."]);
  expect(written).toMatch(/^TypeError: inside\n\s+at .*trace\.test\.ts/);
});

it("is not printed without", async () => {
  vi.stubEnv("DEBUG", "");
  expect(await run()).toEqual(["d.md: the check failed."]);
  expect(written).toBe("");
});
