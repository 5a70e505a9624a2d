/**
 * The language server's entry on Node: `--stdio` (the default), `--node-ipc`, `--socket=PORT` or `--pipe=NAME`.
 * Wires connection, machine and engine; decides nothing.
 */
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { nodeHost } from "../node/host.ts";
import { createChecker } from "../service/checker.ts";
import { readMarkdown } from "../text/markdown.ts";
import { startServer } from "./server.ts";

const TRANSPORT = /^--(?:stdio|node-ipc|socket|pipe)/;

if (!process.argv.some((argument) => TRANSPORT.test(argument))) process.argv.push("--stdio");

// One bad request must not take the writer's session with it.
process.on("unhandledRejection", (reason) => console.error(`Unexpected: ${String(reason)}`));

startServer(createConnection(ProposedFeatures.all), nodeHost, { createChecker, readDraft: readMarkdown });
