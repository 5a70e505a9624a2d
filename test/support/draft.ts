/**
 * Prints a draft with carets under what a check finds: `npm run draft <file>`. The file is an annotated draft or a
 * plain one, which is checked against the built-in sheet.
 */
import { readFileSync } from "node:fs";
import { parseStory, renderStory } from "./annotated.ts";
import { failureText, runStory } from "./run-story.ts";

for (const path of process.argv.slice(2)) {
  const text = readFileSync(path, "utf8");
  const isStory = /^=== \S/m.test(text);
  const story = parseStory(isStory ? text : `=== ${path} builtin=true variants=no\n${text}`);
  const outcome = runStory(story);
  console.log(renderStory(outcome.actual));
  if (isStory) console.log(failureText(outcome) || "As expected.");
}
