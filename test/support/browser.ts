import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type Locator, type Page, type Request } from "playwright-core";
import { findBrowser } from "./browser-binary.ts";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--force-color-profile=srgb",
];

/** The two widths at which every page is looked at: an office's screen, and a phone. */
export const widths = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
export type Width = keyof typeof widths;

export type TestBrowser = {
  /** One user: cookies and storage of its own. */
  context: BrowserContext;
  newPage(width?: Width): Promise<Page>;
  close(): Promise<void>;
};

type Options = { locale?: string; baseURL?: string; javaScriptEnabled?: boolean };

// The program is started once for everybody who sits at it at the same time, and ends with the last of them.
let program: Promise<Browser> | null = null;
let users = 0;

async function start(): Promise<Browser> {
  const binary = await findBrowser();
  return chromium.launch({
    executablePath: binary.path,
    args: FLAGS,
    headless: true,
    env: { ...definedOnly(process.env), ...binary.env },
  });
}

/** A real browser with an empty profile, in Vietnamese, in a zone that is not Vietnam's. */
export async function openBrowser({ locale = "vi-VN", baseURL, javaScriptEnabled = true }: Options = {}): Promise<TestBrowser> {
  users += 1;
  program ??= start();
  const context = await (
    await program
  ).newContext({
    locale,
    javaScriptEnabled,
    timezoneId: "Europe/Paris",
    viewport: widths.desk,
    ...(baseURL ? { baseURL } : {}),
  });
  context.setDefaultTimeout(15_000);
  context.on("page", countRequests);
  return {
    context,
    async newPage(width = "desk") {
      const page = await context.newPage();
      await page.setViewportSize(widths[width]);
      return page;
    },
    async close() {
      await context.close();
      users -= 1;
      if (users > 0) return;
      const ending = program;
      program = null;
      await (await ending)?.close();
    },
  };
}

const definedOnly = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)) as Record<string, string>;

/** Both widths of the page as it stands now: `<folder>/<name>-1440.png` and `-390.png`. Leaves the page at the width it had. */
export async function screenshot(page: Page, name: string, folder: string = join(tmpdir(), "look")): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const before = page.viewportSize();
  const files: string[] = [];
  for (const size of Object.values(widths)) {
    await page.setViewportSize(size);
    await settled(page);
    const file = join(folder, `${name}-${size.width}.png`);
    // A very long page is looked at where it stands: a strip of ten thousand pixels shows nothing.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.screenshot({ path: file, fullPage: height <= 3000 });
    files.push(file);
  }
  if (before) await page.setViewportSize(before);
  return files;
}

/** Words that the page says, not those that somebody has just typed into a box of it and that may not have been sent yet. */
export const said = (page: Page, words: string): Locator => page.getByText(words).and(page.locator(":not(textarea)"));

/** What a page has asked for and not got yet. */
const asked = new WeakMap<Page, Set<Request>>();

function countRequests(page: Page): void {
  const open = new Set<Request>();
  asked.set(page, open);
  page.on("request", (request) => open.add(request));
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
}

/**
 * Fonts there, nothing in flight, everything drawn, nothing fading. Not the driver's "networkidle": that is half a second of silence after
 * a page was loaded, and says nothing of what the application asks for later.
 */
export async function settled(page: Page): Promise<void> {
  const until = Date.now() + 5000;
  do {
    await page.evaluate(async () => {
      const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const moving = () =>
        document
          .getAnimations()
          .some(({ playState, effect }) => playState === "running" && effect?.getComputedTiming().endTime !== Infinity);
      await document.fonts.ready;
      // What was changed is drawn with the first, and what that set off (an effect, a query) has begun by the second.
      await drawn();
      await drawn();
      for (const end = Date.now() + 5000; moving(); await drawn()) if (Date.now() > end) throw new Error("The page does not come to rest.");
    });
  } while ((asked.get(page)?.size ?? 0) > 0 && Date.now() < until);
}

export type Violation = { rule: string; help: string; at: string[] };

/**
 * What axe finds against WCAG 2.2 A and AA on the page as it stands; a test expects the empty list. Something that began to fade
 * while it was looking (a notice whose time was up) is pale for a moment: what is found must still be there at rest.
 */
export async function axe(page: Page): Promise<Violation[]> {
  const found = await scanned(page);
  return found.length === 0 ? found : scanned(page);
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function scanned(page: Page): Promise<Violation[]> {
  await settled(page);
  // As a debugger's expression: the page's own policy forbids a script element, rightly.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(options: object): Promise<{ violations: { id: string; help: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    // Nothing is told of what passes, and no page has sound or film to be fetched beforehand: the same findings in half the time.
    return (await axe.run({ runOnly, resultTypes: ["violations"], preload: false })).violations;
  });
  return found.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    at: nodes
      .slice(0, 5)
      .map(({ html, failureSummary }) => `${html.slice(0, 200)} — ${failureSummary.split("\n").slice(1, 3).join(" ").trim()}`),
  }));
}

/** Pixels by which the page can be scrolled sideways; 0 is right at every width. */
export async function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
