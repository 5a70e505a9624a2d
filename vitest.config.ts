import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/{unit,lsp,drafts}/**/*.test.ts", "test/*.test.ts"],
    // Some tests read whole documents, and machines are shared.
    testTimeout: 60_000,
    maxWorkers: 2,
  },
});
