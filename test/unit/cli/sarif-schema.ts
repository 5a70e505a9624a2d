/**
 * The part of SARIF 2.1.0 that Claimcheck writes, as a JSON Schema in our own words after the OASIS standard
 * (sections 3.13 to 3.58). Stricter than the standard where it leaves a choice: unknown properties are refused.
 */
const text = { type: "string", minLength: 1 };
const index = { type: "integer", minimum: 0 };
const level = { enum: ["none", "note", "warning", "error"] };
const message = object({ text }, ["text"]);
const uri = { type: "string", format: "uri-reference", minLength: 1 };

function object(properties: Record<string, unknown>, required: string[] = []) {
  return { type: "object", properties, required, additionalProperties: false };
}
function list(items: unknown, extra: Record<string, unknown> = {}) {
  return { type: "array", items, ...extra };
}

const artifactLocation = object({ uri, uriBaseId: text, index }, ["uri"]);
const region = object(
  {
    startLine: { type: "integer", minimum: 1 },
    startColumn: { type: "integer", minimum: 1 },
    endLine: { type: "integer", minimum: 1 },
    endColumn: { type: "integer", minimum: 1 },
    charOffset: index,
    charLength: index,
    snippet: object({ text: { type: "string" } }, ["text"]),
  },
  ["startLine", "startColumn", "endLine", "endColumn"],
);
const physicalLocation = object({ artifactLocation, region }, ["artifactLocation", "region"]);
const replacement = object({ deletedRegion: region, insertedContent: object({ text: { type: "string" } }) }, [
  "deletedRegion",
]);
const artifactChange = object({ artifactLocation, replacements: list(replacement, { minItems: 1 }) }, [
  "artifactLocation",
  "replacements",
]);
const fix = object({ description: message, artifactChanges: list(artifactChange, { minItems: 1 }) }, [
  "artifactChanges",
]);
const result = object(
  {
    ruleId: text,
    ruleIndex: index,
    kind: { enum: ["notApplicable", "pass", "fail", "review", "open", "informational"] },
    level,
    message,
    locations: list(object({ physicalLocation }, ["physicalLocation"])),
    relatedLocations: list(object({ id: index, message, physicalLocation }, ["physicalLocation"]), {
      uniqueItems: true,
    }),
    partialFingerprints: { type: "object", additionalProperties: { type: "string" } },
    rank: { type: "number", minimum: 0, maximum: 100 },
    fixes: list(fix, { uniqueItems: true }),
    properties: { type: "object" },
  },
  ["ruleId", "ruleIndex", "level", "message", "locations"],
);
const rule = object(
  {
    id: text,
    name: text,
    shortDescription: message,
    fullDescription: message,
    help: message,
    helpUri: { type: "string", format: "uri" },
    defaultConfiguration: object({ level }),
  },
  ["id", "helpUri"],
);
const driver = object(
  {
    name: text,
    version: text,
    semanticVersion: { type: "string", pattern: "^\\d+\\.\\d+\\.\\d+" },
    informationUri: { type: "string", format: "uri" },
    rules: list(rule, { uniqueItems: true }),
  },
  ["name"],
);
const notification = object(
  {
    level,
    message,
    locations: list(object({ physicalLocation: object({ artifactLocation }, ["artifactLocation"]) })),
  },
  ["message"],
);
const invocation = object(
  { executionSuccessful: { type: "boolean" }, toolExecutionNotifications: list(notification) },
  ["executionSuccessful"],
);

const run = object(
  {
    tool: object({ driver }, ["driver"]),
    columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
    originalUriBaseIds: { type: "object", additionalProperties: object({ uri, description: message }) },
    artifacts: list(object({ location: artifactLocation, sourceLanguage: text }), { uniqueItems: true }),
    invocations: list(invocation),
    results: list(result),
  },
  ["tool", "results"],
);

export const sarifSchema = object(
  {
    $schema: { type: "string", format: "uri" },
    version: { const: "2.1.0" },
    runs: list(run, { minItems: 1 }),
  },
  ["version", "runs"],
);
