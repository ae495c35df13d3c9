import { minifyContractRouter } from "@orpc/contract";
import react from "@vitejs/plugin-react";
import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { defineConfig, type Plugin } from "vite";

/** Where the development server sends API calls: a Khéo server that is already running. */
const api = process.env["API"] ?? "http://127.0.0.1:8080";

/**
 * `virtual:routes-of-api`: of the contract the browser needs method and path of each endpoint, not the schemas; without them
 * (and zod) the first page is a fifth lighter. Types still come from the contract itself.
 */
function routesOfApi(): Plugin {
  const id = "virtual:routes-of-api";
  return {
    name: "kheo-routes-of-api",
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    async load(loaded) {
      if (loaded !== `\0${id}`) return undefined;
      const { contract } = await import("./src/modules/contract.ts");
      return `export default ${JSON.stringify(minifyContractRouter(contract), withoutProse)}`;
    },
  };
}

/**
 * The opening that stands in web/index.html is painted before the application's code runs: on a slow machine that is a second
 * in which people see what this is instead of a white page. So the page fetches the code at once, and a script of one line
 * (the policy allows none inside the page) runs it after the first paint.
 */
function paintFirst(): Plugin {
  const script = `const { href } = document.querySelector("link[data-start]");\nrequestAnimationFrame(() => setTimeout(() => import(href)));\n`;
  const fileName = `assets/paint-first-${createHash("sha256").update(script).digest("hex").slice(0, 8)}.js`;
  return {
    name: "kheo-paint-first",
    apply: "build",
    generateBundle() {
      this.emitFile({ type: "asset", fileName, source: script });
    },
    transformIndexHtml: {
      order: "post",
      handler(page) {
        const entry = /<script type="module" crossorigin src="([^"]+)"><\/script>/;
        if (!entry.test(page)) throw new Error("the built page names no script of its own");
        return page.replace(
          entry,
          `<link rel="modulepreload" crossorigin href="$1" data-start />\n    <script type="module" crossorigin src="/app/${fileName}"></script>`,
        );
      },
    },
  };
}

/** Summaries and access are for the API page and the server. */
const withoutProse = (key: string, value: unknown) => (["summary", "description", "tags", "access"].includes(key) ? undefined : value);

export default defineConfig({
  root: resolve(import.meta.dirname, "web"),
  base: "/app/",
  publicDir: false,
  plugins: [react(), routesOfApi(), paintFirst()],
  build: {
    outDir: resolve(import.meta.dirname, "dist/web"),
    emptyOutDir: true,
    target: "es2022",
    // Nothing inlined: fonts and pictures stay files that the browser caches, and the policy needs no data: for scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: {
    host: "127.0.0.1",
    proxy: { "/api": api, "/files": api },
  },
});
