/**
 * What the disk refused, in words for people. Knows nothing else.
 */

/** The message is one line that names the path and says what to do. */
export class HostError extends Error {}
