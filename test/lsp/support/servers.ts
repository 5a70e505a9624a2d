/** The commands that start a server for tests. */
import { fileURLToPath } from "node:url";

/** The real server with the fake engine. */
export const FAKE_SERVER = `node --import tsx ${fileURLToPath(new URL("fake-server.ts", import.meta.url))} --stdio`;

/** The server as it ships; `CLAIMCHECK_SERVER` names another command. */
export const REAL_SERVER =
  process.env.CLAIMCHECK_SERVER ??
  `node --import tsx ${fileURLToPath(new URL("../../../server/src/lsp/main.ts", import.meta.url))} --stdio`;
