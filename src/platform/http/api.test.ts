import { expect, test } from "vitest";
import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { describeApi } from "./api.ts";

const contract = {
  greet: endpoint({ method: "GET", path: "/greetings/{name}", access: "public", summary: "Greet somebody", tag: "greetings" })
    .input(z.object({ name: z.string() }))
    .output(z.object({ text: z.string() })),
};

test("the API document is OpenAPI 3.1 and says what an error looks like at every endpoint", async () => {
  const document = await describeApi(contract);
  expect(document.openapi).toMatch(/^3\.1/);
  const operation = document.paths?.["/greetings/{name}"]?.get;
  expect(operation).toMatchObject({
    summary: "Greet somebody",
    tags: ["greetings"],
    responses: { default: { $ref: "#/components/responses/Failed" } },
  });
  expect(operation?.responses?.["200"]).toBeDefined();
  const failed = document.components?.responses?.["Failed"];
  expect(JSON.stringify(failed)).toContain('"required":["code","message","details"]');
  expect(JSON.stringify(failed)).toContain("second_factor_required");
});
