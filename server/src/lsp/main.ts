/**
 * The language server's entry on Node: `--stdio` (the default), `--node-ipc`, `--socket=PORT` or `--pipe=NAME`.
 * Wires connection, machine and engine; decides nothing.
 */
import "../node/compile-early.ts";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { version } from "../../../package.json";
import { createChecker } from "../library.ts";
import { userCache, userRecords } from "../node/cache/user-cache.ts";
import { createNodeHost } from "../node/host.ts";
import type { SourceCard } from "../service/types.ts";
import { readMarkdown } from "../text/markdown.ts";
import { startServer } from "./server.ts";
import { logUnexpected } from "./unexpected.ts";

const TRANSPORT = /^--(?:stdio|node-ipc|socket|pipe)/;

if (!process.argv.some((argument) => TRANSPORT.test(argument))) process.argv.push("--stdio");

const host = createNodeHost<SourceCard>(userCache(version), userRecords(version));
const connection = createConnection(ProposedFeatures.all);
// One bad request must not take the writer's session with it.
process.on("unhandledRejection", (reason) => logUnexpected(connection.console, reason));
startServer(connection, host, { createChecker, readDraft: readMarkdown });
