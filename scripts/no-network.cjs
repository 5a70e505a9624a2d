/**
 * Stands in the bundle for the packages with which Citation.js would fetch addresses: Claimcheck asks no network.
 */
function refuse() {
  throw new Error("Claimcheck asks no network.");
}
module.exports = Object.assign(refuse, { default: refuse, Headers: class {}, __esModule: true });
