/** What both trainers are asked for on the command line. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const CASES = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../test/benchmark/cases");

export interface TrainingOptions {
  /** Folders of labelled cases. */
  readonly cases: readonly string[];
  /** Print, write nothing. */
  readonly dry: boolean;
  /** Score the whole checker with the models that have not seen a domain. */
  readonly evaluate: boolean;
}

export function readOptions(): TrainingOptions {
  const { values } = parseArgs({
    options: {
      cases: { type: "string", multiple: true },
      dry: { type: "boolean" },
      evaluate: { type: "boolean" },
    },
  });
  return { cases: values.cases ?? [CASES], dry: values.dry ?? false, evaluate: values.evaluate ?? false };
}
