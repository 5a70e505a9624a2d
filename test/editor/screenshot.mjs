/**
 * Takes pictures of the sample draft in the real VS Code, with the packed extension (a window with an extension under
 * development has no theme of its own): `npm run package && npm run screenshot [-- --out <folder>]`. One with a card, one
 * with the quick fixes, one with the explanation, one with the report and one with sources that disagree, in a dark, a
 * light and a high-contrast theme. Those that README.md shows go to docs/images, the others to out/pictures, for a look.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import {
  installExtension,
  installHost,
  launchBrowser,
  makeProfile,
  removeProfile,
  startServer,
  workbenchAddress,
} from "../../scripts/editor-host.mjs";
import { packagePath } from "../../scripts/steps.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const at = process.argv.indexOf("--out");
const out = at < 0 ? join(root, "docs/images") : resolve(process.argv[at + 1]);

const THEMES = {
  dark: "Default Dark Modern",
  light: "Default Light Modern",
  contrast: "Default High Contrast",
};

/** The pictures that README.md shows. */
const SHOWN = ["card-dark", "disputed-dark", "report-light"];

const DISPUTE = {
  "quay.md":
    "# The new quay\n\nThe fund paid 240 million euros for the new quay in Vesby.\n\nThe quay is 900 metres long.\n",
  "sources/wire.md":
    "---\ntitle: Fund pays for the quay\npublisher: Northern Wire\npublished: 2024-01-10\n---\nThe fund paid 240 million euros for the new quay in Vesby. The quay is 900 metres long.\n",
  "sources/daily.md":
    "---\ntitle: The quay, one year on\npublisher: Coast Daily\npublished: 2024-02-20\n---\nThe fund paid 260 million euros for the new quay in Vesby.\n",
};

const SETTINGS = {
  "editor.minimap.enabled": false,
  "editor.wordWrap": "on",
  "editor.hover.delay": 100,
  "editor.stickyScroll.enabled": false,
  "breadcrumbs.enabled": false,
  "window.commandCenter": false,
  "workbench.layoutControl.enabled": false,
  "workbench.sideBar.location": "right",
};

installHost((line) => console.error(line));
mkdirSync(out, { recursive: true });
mkdirSync(join(root, "out/pictures"), { recursive: true });
const work = mkdtempSync(join(tmpdir(), "claimcheck-pictures-"));
const briefing = join(work, "briefing");
cpSync(join(root, "samples"), briefing, { recursive: true });
const dispute = join(work, "dispute");
mkdirSync(join(dispute, "sources"), { recursive: true });
for (const [name, text] of Object.entries(DISPUTE)) writeFileSync(join(dispute, name), text);
const browser = await launchBrowser();
try {
  for (const [name, theme] of Object.entries(THEMES)) {
    await picture(name, theme, briefing, "prague-briefing.md", briefingPictures);
    await picture(name, theme, dispute, "quay.md", async (page) => {
      await showCard(page);
      await save(page, `disputed-${name}`, { x: 0, y: 0, width: 940, height: 420 });
    });
  }
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}

/** Opens a draft in a window of its own and has `take` take pictures of it. */
async function picture(name, theme, folder, draft, take) {
  const profile = makeProfile({ ...SETTINGS, "workbench.colorTheme": theme });
  installExtension(profile, packagePath());
  const server = await startServer(profile);
  const page = await browser.newPage({
    viewport: { width: 1180, height: 760 },
    deviceScaleFactor: 1.5,
    colorScheme: name === "light" ? "light" : "dark",
  });
  try {
    await page.goto(workbenchAddress(server, { folder, openFile: join(folder, draft) }));
    await page.locator(".squiggly-warning, .squiggly-info").first().waitFor({ timeout: 60_000 });
    await page.keyboard.press("Control+b");
    await page.waitForTimeout(1500);
    await take(page, name);
  } finally {
    await page.close();
    await server.stop();
    removeProfile(profile);
  }
}

async function briefingPictures(page, name) {
  await showCard(page);
  await save(page, `card-${name}`);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+.");
  await page.locator(".action-widget").waitFor();
  await page.waitForTimeout(400);
  await save(page, `fixes-${name}`);
  await page.keyboard.press("Escape");
  await runCommand(page, "Claimcheck: Explain the Claim at the Cursor");
  await page.waitForTimeout(2000);
  await save(page, `explained-${name}`);
  await page.keyboard.press("Control+F4");
  await runCommand(page, "Claimcheck: Create a Report on This Draft");
  await page.locator("iframe.webview.ready").first().waitFor({ timeout: 20_000 });
  await page.waitForTimeout(1500);
  await save(page, `report-${name}`);
}

/** Goes to the first finding with the keyboard, as a writer without a mouse would. */
async function showCard(page) {
  await page.locator(".monaco-editor").first().click();
  await page.keyboard.press("Control+Home");
  await runCommand(page, "Claimcheck: Go to Next Finding");
  await page.locator(".monaco-hover:not(.hidden) .hover-contents").first().waitFor({ timeout: 10_000 });
  await page.waitForTimeout(600);
}

async function runCommand(page, title) {
  await page.keyboard.press("F1");
  await page.keyboard.type(title);
  await page.locator(".quick-input-list .monaco-list-row").first().waitFor();
  await page.keyboard.press("Enter");
}

async function save(page, name, clip) {
  const folder = at < 0 && !SHOWN.includes(name) ? join(root, "out/pictures") : out;
  const path = join(folder, `${name}.png`);
  await page.screenshot(clip ? { path, clip } : { path });
  console.log(path);
}
