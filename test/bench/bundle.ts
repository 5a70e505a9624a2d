/**
 * Bundles what is measured as `npm run build` does, into a folder of its own, so that figures are the product's and a
 * build that runs meanwhile is not disturbed.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Node as the extension starts the server with it. */
export const NODE: readonly [string, ...string[]] = [process.execPath, "--max-semi-space-size=64"];

export interface Bundles {
  /** The language server. */
  readonly server: string;
  /** engine.ts with the engine. */
  readonly engine: string;
}

/** Bundles both; readable names for profiles where `minify` is false. */
export async function bundle(minify: boolean): Promise<Bundles> {
  const outdir = path.join(root, "out/bench");
  await build({
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    minify,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    outdir,
    outExtension: { ".js": ".mjs" },
    entryPoints: { server: "server/src/lsp/main.ts", engine: "test/bench/engine.ts" },
    external: ["markdownlint"],
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
  });
  return { server: path.join(outdir, "server.mjs"), engine: path.join(outdir, "engine.mjs") };
}
