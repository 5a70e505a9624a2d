/** The real server over the real protocol and disk, with the fake engine. */
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../../../server/src/lsp/server.ts";
import { nodeHost } from "../../../server/src/node/host.ts";
import { fakeEngine } from "./fake-engine.ts";

startServer(createConnection(ProposedFeatures.all), nodeHost, fakeEngine);
