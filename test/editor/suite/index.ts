/**
 * What the editor runs: all tests one after the other, a line for each, and the outcome as JSON in the file that
 * CLAIMCHECK_RESULTS names. The same module serves the server build and the desktop.
 */
import { writeFileSync } from "node:fs";
import { commands } from "vscode";
import { citationTests } from "./citations.ts";
import { findingTests } from "./findings.ts";
import { followingTests } from "./following.ts";
import { handingOverTests } from "./handing-over.ts";
import { ignoreTests } from "./ignoring.ts";
import { manifestTests } from "./manifest.ts";
import { serviceTests } from "./service.ts";

/** A name that reads like a sentence, and what must not throw. */
export type Tests = Readonly<Record<string, () => Promise<void>>>;

const TIME_LIMIT = 30_000;

export async function run(): Promise<void> {
  const tests: Tests = {
    ...manifestTests,
    ...findingTests,
    ...citationTests,
    ...ignoreTests,
    ...handingOverTests,
    ...serviceTests,
    ...followingTests,
  };
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    const problem = await attempt(test);
    console.log(problem === null ? `  ✓ ${name}` : `  ✗ ${name}\n${problem}`);
    if (problem !== null) failed++;
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  const passed = Object.keys(tests).length - failed;
  const results = process.env.CLAIMCHECK_RESULTS;
  if (results) writeFileSync(results, JSON.stringify({ passed, failed }));
  if (failed > 0) throw new Error(`${failed} editor tests failed`);
}

/** Null, or what went wrong. */
async function attempt(test: () => Promise<void>): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${TIME_LIMIT / 1000} s`)), TIME_LIMIT);
  });
  try {
    await Promise.race([test(), late]);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    clearTimeout(timer);
  }
}
