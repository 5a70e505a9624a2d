/**
 * Takes pictures of the sample draft in the real VS Code, with the packed extension (a window with an extension under
 * development has no theme of its own): `npm run package && npm run screenshot [-- --out <folder>]`. One with a card and one
 * with the quick fixes, in a dark, a light and a high-contrast theme. The dark and the light ones go to
 * docs/images, the others to out/pictures, for a look.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { packagePath } from "../../scripts/steps.mjs";
import {
  installExtension,
  installHost,
  launchBrowser,
  makeProfile,
  removeProfile,
  startServer,
  workbenchAddress,
} from "./host.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const at = process.argv.indexOf("--out");
const out = at < 0 ? join(root, "docs/images") : resolve(process.argv[at + 1]);

const THEMES = {
  dark: "Default Dark Modern",
  light: "Default Light Modern",
  contrast: "Default High Contrast",
};

const SETTINGS = {
  "editor.minimap.enabled": false,
  "editor.wordWrap": "on",
  "editor.fontSize": 15,
  "editor.lineHeight": 1.6,
  "editor.hover.delay": 100,
  "editor.stickyScroll.enabled": false,
  "breadcrumbs.enabled": false,
  "window.commandCenter": false,
  "workbench.layoutControl.enabled": false,
  "workbench.sideBar.location": "right",
};

installHost((line) => console.error(line));
mkdirSync(out, { recursive: true });
const work = mkdtempSync(join(tmpdir(), "claimcheck-pictures-"));
const folder = join(work, "briefing");
cpSync(join(root, "samples"), folder, { recursive: true });
const browser = await launchBrowser();
try {
  for (const [name, theme] of Object.entries(THEMES)) await picture(name, theme);
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}

async function picture(name, theme) {
  const profile = makeProfile({ ...SETTINGS, "workbench.colorTheme": theme });
  installExtension(profile, packagePath());
  const server = await startServer(profile);
  const page = await browser.newPage({
    viewport: { width: 1180, height: 760 },
    deviceScaleFactor: 1.5,
    colorScheme: name === "light" ? "light" : "dark",
  });
  try {
    const openFile = join(folder, "prague-briefing.md");
    await page.goto(workbenchAddress(server, { folder, openFile }));
    await page.locator(".squiggly-warning").first().waitFor({ timeout: 60_000 });
    await page.keyboard.press("Control+b");
    await page.waitForTimeout(1500);
    await showCard(page);
    await save(page, `card-${name}`);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+.");
    await page.locator(".action-widget").waitFor();
    await page.waitForTimeout(400);
    await save(page, `fixes-${name}`);
  } finally {
    await page.close();
    await server.stop();
    removeProfile(profile);
  }
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

async function save(page, name) {
  const folder = at < 0 && name.endsWith("contrast") ? join(root, "out/pictures") : out;
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  console.log(path);
}
