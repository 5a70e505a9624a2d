/**
 * The fact sheets that ship with Claimcheck: sources like any other, used where the user has given none.
 */
import { sheets } from "./builtin-sheets.ts";
import type { RawSource } from "./read-source.ts";

export const builtinSources: readonly RawSource[] = sheets;
