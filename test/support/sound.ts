import type { Page } from "playwright-core";
import { expect } from "vitest";
import { axe, screenshot, settled, sidewaysOverflow, widths } from "./browser.ts";

/**
 * `const sound = soundAs("awards")`: no violation and nothing cut off on the page as it stands. A page that the file shows for the first
 * time is held against the rules at both widths. Later states of it (another tab or dialog is another page) are held against them at the
 * width of whoever stands before it; that nothing is cut off, which depends on the width first of all, is asked at both each time.
 * `LOOK=1` keeps pictures under that name.
 */
export function soundAs(part: string) {
  const seen = new Set<string>();
  return async (page: Page, name = new URL(page.url()).pathname.replaceAll("/", "-")): Promise<void> => {
    if (process.env["LOOK"]) await screenshot(page, `${part}-${name}`);
    const own = page.viewportSize() ?? widths.desk;
    const other = own.width === widths.desk.width ? widths.phone : widths.desk;
    await settled(page);
    const shown = await whichPage(page);
    for (const size of [own, other]) {
      if (size === other) await page.setViewportSize(size);
      if (size === own || !seen.has(shown)) expect(await axe(page), `${name} at ${size.width}`).toEqual([]);
      else await settled(page);
      expect(await sidewaysOverflow(page), `${name} at ${size.width}`).toBe(0);
    }
    seen.add(shown);
    await page.setViewportSize(own);
  };
}

/** The address without what differs between things of one kind, and the headings, without their counts, of its sections and dialogs. */
async function whichPage(page: Page): Promise<string> {
  const { pathname, searchParams } = new URL(page.url());
  const path = pathname.replace(/\/([0-9a-f]{8}-[0-9a-f-]{27}|\d+)(?=\/|$)/g, "/:id");
  const parts = ["tab", "step", "view"].map((name) => searchParams.get(name));
  const headings = await page.locator("h2, [role=dialog] :is(h2, h3)").allTextContents();
  return JSON.stringify([path, parts, headings.map((heading) => heading.replaceAll(/\d+/g, ""))]);
}
