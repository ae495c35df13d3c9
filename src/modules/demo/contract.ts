import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { roles } from "../../kernel/permissions.ts";

/** What an administrator types to empty the installation; compared without case. */
export const removalPhrase = "xóa tỉnh minh họa";

/** `failed`: a step of filling did not succeed; it is tried again, and the administrator's page of jobs says why. */
export const Filling = z.enum(["running", "failed"]);
export type Filling = z.infer<typeof Filling>;

export const DemoPersonLink = z.object({
  name: z.string(),
  login: z.string(),
  posts: z.array(z.object({ role: z.enum(roles), unit: z.string() })),
  /** A fresh one-time link; null for somebody who has chosen a password already. */
  url: z.string().nullable(),
});
export type DemoPersonLink = z.infer<typeof DemoPersonLink>;

export const demoContract = {
  status: endpoint({
    method: "GET",
    path: "/demo",
    access: "signed-in",
    tag: "demo",
    summary: "Tell whether this installation holds the demo province, and whether it is still being filled",
  }).output(z.object({ demo: z.boolean(), filling: Filling.nullable() })),
  links: endpoint({
    method: "POST",
    path: "/demo/links",
    access: "person:manage",
    tag: "demo",
    summary: "Make one-time links of the demo's people",
    description: "Each call makes new links; earlier ones stop working. Only while the installation holds the demo province.",
  }).output(z.object({ people: z.array(DemoPersonLink) })),
  remove: endpoint({
    method: "POST",
    path: "/demo/remove",
    access: "job:manage",
    tag: "demo",
    summary: "Empty the installation that holds the demo province",
    description: "Everything in it goes, sessions included; the server then prints a new set-up link.",
  })
    .input(z.object({ phrase: z.string().max(100) }))
    .output(z.object({})),
};
