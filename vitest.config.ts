import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/{unit,lsp,drafts}/**/*.test.ts", "test/*.test.ts"],
    testTimeout: 20_000,
    maxWorkers: 2,
  },
});
