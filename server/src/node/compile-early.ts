/**
 * Has V8 compile what it runs at once and learn from the first run on: a draft is checked by much code that runs a few
 * times, and a writer waits for it just after the start. An engine that does not know these flags passes them over. Imported
 * for its effect, before all else.
 */
import { setFlagsFromString } from "node:v8";

setFlagsFromString("--always-sparkplug");
setFlagsFromString("--no-lazy-feedback-allocation");
