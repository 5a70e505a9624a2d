/**
 * The library, `import { createChecker } from "claimcheck"`: the engine with the machine's clock. Decides nothing.
 */
import { clock } from "./node/clock.ts";
import { createChecker as createEngine } from "./service/checker.ts";
import type { Checker, CheckerOptions } from "./service/types.ts";

/**
 * A checker without sources of its own; it keeps what it reads, so make one and ask it often. Unless `builtin` is false it
 * has the built-in fact sheets while no source is set.
 */
export function createChecker(options: CheckerOptions = {}): Checker {
  return createEngine(clock, options);
}
