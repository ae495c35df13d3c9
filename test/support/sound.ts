import type { Page } from "playwright-core";
import { expect } from "vitest";
import { axe, screenshot, sidewaysOverflow, widths } from "./browser.ts";

/**
 * `const sound = soundAs("awards")`: no violation and nothing cut off at either width, on the page as it stands. `LOOK=1` keeps
 * pictures under that name.
 */
export function soundAs(part: string) {
  return async (page: Page, name: string): Promise<void> => {
    if (process.env["LOOK"]) await screenshot(page, `${part}-${name}`);
    const before = page.viewportSize();
    for (const size of Object.values(widths)) {
      await page.setViewportSize(size);
      expect(await axe(page), `${name} at ${size.width}`).toEqual([]);
      expect(await sidewaysOverflow(page), `${name} at ${size.width}`).toBe(0);
    }
    if (before) await page.setViewportSize(before);
  };
}
