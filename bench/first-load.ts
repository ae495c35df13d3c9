import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { openBrowser } from "../test/support/browser.ts";
import { startServer } from "../test/support/server.ts";
import type { Page } from "playwright-core";
import { figure, pairsOf, type Figure } from "./figure.ts";

const slowDown = 4;
const rounds = 7;

/** Milliseconds until the largest text or picture of a page that is loaded for the first time stands there, on a slow processor. */
async function largestPaint(url: string, newPage: () => Promise<Page>): Promise<number> {
  const page = await newPage();
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowDown });
  await page.goto(url);
  await page.waitForLoadState("networkidle");
  const time = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
          type: "largest-contentful-paint",
          buffered: true,
        });
      }),
  );
  await page.close();
  return time;
}

/** The page as it stands when it is ready, as a file without scripts: what no application can beat. */
async function asStatic(page: Page): Promise<string> {
  const markup = await page.evaluate(() => {
    for (const script of document.querySelectorAll("script, link[rel=modulepreload]")) script.remove();
    return `<!doctype html>${document.documentElement.outerHTML}`;
  });
  return markup;
}

/** Serves the static page, with the application's own styles and fonts behind it. */
async function serveStatic(markup: string, application: string) {
  const server = createServer((request, response) => {
    if (request.url === "/") return void response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(markup);
    fetch(`${application}${request.url}`)
      .then(async (answer) => {
        response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/plain" });
        response.end(Buffer.from(await answer.arrayBuffer()));
      })
      .catch(() => response.writeHead(502).end());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => void server.close() };
}

/**
 * First load of the staff application: its door, before anybody has signed in. What is painted first is the opening that
 * stands in the page itself (web/index.html); the form follows when the code has run.
 */
export async function firstLoad(): Promise<{ n: number; figures: Figure[] }> {
  const server = await startServer();
  const browser = await openBrowser();
  try {
    const door = `${server.url}/app/sign-in`;
    const page = await browser.newPage();
    await page.goto(door);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    const still = await serveStatic(await asStatic(page), server.url);
    await page.close();
    const measured = await pairsOf(
      rounds,
      () => largestPaint(door, () => browser.newPage()),
      () => largestPaint(still.url, () => browser.newPage()),
    );
    still.close();
    return {
      n: rounds,
      figures: [
        figure({
          key: "lcp",
          what: `largest paint of the sign-in page, processor ${slowDown} × slower`,
          value: measured.value,
          unit: "ms",
          against: { what: "the same markup as a static page", value: measured.against },
          goal: 1.5,
          better: "lower",
        }),
      ],
    };
  } finally {
    await browser.close();
    await server.stop();
  }
}
