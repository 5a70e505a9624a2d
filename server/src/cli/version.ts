/**
 * The version that the package names. Knows nothing else.
 */
import { version as packageVersion } from "../../../package.json";

export const version: string = packageVersion;
