import "./mantine.css.ts";
import "./fonts.css";
import "./opening.css";
import "./global.css";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ReadingProvider } from "./language.tsx";
import { queryClient } from "./query-client.ts";
import { router } from "./router.tsx";
import { theme, variables } from "./theme.ts";

/** Style elements made at run time (Mantine's variables and breakpoints, the scroll lock) carry the page's nonce. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.nonce ?? "";
(globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ = nonce;

const root = document.getElementById("app");
if (!root) throw new Error("the page has no #app");

const draw = () =>
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={variables} forceColorScheme="light" getStyleNonce={() => nonce}>
        <QueryClientProvider client={queryClient}>
          <ReadingProvider>
            <RouterProvider router={router} />
            <Notifications position="bottom-center" limit={2} autoClose={5000} />
          </ReadingProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );

// The page's own opening stays until the first screen is there: an empty page between the two would only flicker.
// (Not awaited at the top level: the build would then cut the entry into forty files.)
router.load().then(draw, draw);
