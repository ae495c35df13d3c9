/**
 * Pictures of pages for the eye: `node test/support/look.ts [--sign-in URL] [--cookie NAME=VALUE] URL…`
 * --sign-in opens a one-time link first (and waits until it left that page); --cookie brings a session of your own.
 * Writes PNGs of both widths to the system's temporary folder under look/, with what axe and the console say about each page.
 */
import { parseArgs } from "node:util";
import { axe, openBrowser, screenshot, sidewaysOverflow, widths } from "./browser.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "sign-in": { type: "string" }, cookie: { type: "string" } },
});
const [first] = positionals;
if (!first) {
  console.error("Usage: node test/support/look.ts [--sign-in URL] [--cookie NAME=VALUE] URL…");
  process.exit(2);
}

const browser = await openBrowser();
try {
  const page = await browser.newPage();
  page.on(
    "console",
    (message) => ["error", "warning"].includes(message.type()) && console.log(`  console ${message.type()}: ${message.text()}`),
  );
  page.on("pageerror", (error) => console.log(`  page error: ${error.message}`));
  const signIn = values["sign-in"];
  if (signIn) {
    await page.goto(signIn);
    await page.waitForURL((url) => url.href !== signIn && !url.pathname.includes("sign-in"), { timeout: 60_000 });
  }
  if (values.cookie) {
    const [name = "", ...value] = values.cookie.split("=");
    await browser.context.addCookies([{ name, value: value.join("="), url: new URL(first).origin }]);
  }
  for (const url of positionals) {
    console.log(url);
    await page.goto(url);
    const name = new URL(url).pathname.replace(/^\/app\/?/, "").replaceAll("/", "_") || "start";
    for (const file of await screenshot(page, name)) console.log(`  ${file}`);
    for (const size of Object.values(widths)) {
      await page.setViewportSize(size);
      const overflow = await sidewaysOverflow(page);
      if (overflow > 0) console.log(`  ${size.width}px: scrolls sideways by ${overflow}px`);
      for (const { rule, help, at } of await axe(page)) console.log(`  ${size.width}px axe ${rule}: ${help}\n    ${at.join("\n    ")}`);
    }
  }
} finally {
  await browser.close();
}
