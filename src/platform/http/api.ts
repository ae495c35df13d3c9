import type { AnyContractRouter } from "@orpc/contract";
import { OpenAPIGenerator } from "@orpc/openapi";
import { OpenAPIHandler } from "@orpc/openapi/fastify";
import { ORPCError, type AnyRouter } from "@orpc/server";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { errorCodes } from "../../kernel/errors.ts";
import { html } from "../../kernel/html.ts";
import type { Log } from "../log.ts";
import type { RequestContext } from "./context.ts";
import { errorBody, statusOf, type ErrorBody } from "./errors.ts";

/** An upload is at most 25 MB; the rest of its multipart body is small. */
const UPLOAD_LIMIT = 26 * 1024 * 1024;

type ApiOptions = {
  contract: AnyContractRouter;
  router: AnyRouter;
  log: Log;
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>;
};

/** Mounts the slices' routers under /api, with one error shape, the OpenAPI document and a page to read it. */
export async function mountApi(app: FastifyInstance, { contract, router, log, contextOf }: ApiOptions): Promise<void> {
  const handler = new OpenAPIHandler(router as never, {
    customErrorResponseBodyEncoder: (error) => error.data,
    interceptors: [
      async ({ next, context }) => {
        try {
          return await next();
        } catch (error) {
          const body = errorBody(error, (context as RequestContext).language, log);
          throw new ORPCError(body.code, { status: statusOf(body), message: body.message, data: body });
        }
      },
    ],
  });

  const document = await describeApi(contract);

  await app.register(async (api) => {
    // JSON is parsed by Fastify (prototype poisoning refused, 1 MB); multipart is left to the handler as a stream.
    api.addContentTypeParser("multipart/form-data", (_request, _payload, done) => done(null, undefined));
    api.addHook("onRequest", async (request) => {
      const size = Number(request.headers["content-length"] ?? 0);
      const unsized = request.headers["transfer-encoding"] !== undefined && request.headers["content-type"]?.startsWith("multipart/");
      if (size > UPLOAD_LIMIT || unsized) throw Object.assign(new Error("upload too large or of unknown size"), { statusCode: 413 });
    });
    api.get("/api/openapi.json", async (_request, reply) => reply.send(document));
    api.get("/api/docs.css", async (_request, reply) => reply.type("text/css; charset=utf-8").send(pageStyle));
    api.get("/api/docs", async (_request, reply) => reply.type("text/html; charset=utf-8").send(apiPage(document).markup));
    api.all("/api/*", async (request, reply) => {
      const { matched } = await handler.handle(request, reply, { prefix: "/api", context: await contextOf(request, reply) });
      if (!matched) throw Object.assign(new Error("no such endpoint"), { statusCode: 404 });
      return reply;
    });
  });
}

export type ApiDocument = Awaited<ReturnType<OpenAPIGenerator["generate"]>>;

/** The OpenAPI 3.1 document of a contract, with the one error shape as the answer of every endpoint that is not a success. */
export async function describeApi(contract: AnyContractRouter): Promise<ApiDocument> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract as never, {
    info: {
      title: "Khéo",
      version: "1",
      description: "Every act of the staff application, as an API. Sign in through the application; the session travels in a cookie.",
    },
    servers: [{ url: "/api" }],
  });
  const failed = {
    description: "What went wrong and what to do about it, in the caller's language.",
    content: { "application/json": { schema: errorSchema } },
  };
  document.components = { ...document.components, responses: { Failed: failed } };
  for (const methods of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(methods ?? {}) as Operation[]) {
      operation.responses = { ...operation.responses, default: { $ref: "#/components/responses/Failed" } };
    }
  }
  return document;
}

const errorSchema = {
  type: "object" as const,
  required: ["code", "message", "details"],
  properties: {
    code: { type: "string" as const, enum: Object.keys(errorCodes) },
    message: { type: "string" as const },
    details: { type: "object" as const, description: "For `invalid_input`: `fields`, a message per field. For `conflict`: what changed." },
  },
};

type Operation = { summary?: string; description?: string; tags?: string[]; operationId?: string; responses?: Record<string, unknown> };

const pageStyle = `body { font: 16px/1.5 system-ui, sans-serif; color: #1f2328; margin: 0 }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem }
table { border-collapse: collapse; width: 100%; display: block; overflow-x: auto }
th, td { text-align: left; padding: .4rem .75rem; border-bottom: 1px solid #d0d7de; vertical-align: top }
code { font: 14px/1.4 ui-monospace, monospace }
a { color: #8f1d1f }
`;

/** A page to read the API without scripts: one table per module, each row a path with what it does. */
function apiPage(document: ApiDocument) {
  const rows = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods ?? {}).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...(operation as Operation) })),
  );
  const tags = [...new Set(rows.map((row) => row.tags?.[0] ?? "other"))];
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Khéo API</title>
        <link rel="stylesheet" href="/api/docs.css" />
      </head>
      <body>
        <main>
          <h1>Khéo API</h1>
          <p>
            OpenAPI 3.1 document: <a href="/api/openapi.json">/api/openapi.json</a>. Errors are always
            <code>{code, message, details}</code>.
          </p>
          ${tags.map(
            (tag) =>
              html`<h2>${tag}</h2>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">Method</th>
                      <th scope="col">Path</th>
                      <th scope="col">What it does</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${rows
                      .filter((row) => (row.tags?.[0] ?? "other") === tag)
                      .map(
                        (row) =>
                          html`<tr>
                            <td><code>${row.method}</code></td>
                            <td><code>/api${row.path}</code></td>
                            <td>${row.summary ?? ""} ${row.description ?? ""}</td>
                          </tr>`,
                      )}
                  </tbody>
                </table>`,
          )}
        </main>
      </body>
    </html>`;
}

/** For handlers outside the contract (downloads): the same error shape. */
export function sendError(reply: FastifyReply, body: ErrorBody): FastifyReply {
  return reply.status(statusOf(body)).type("application/json; charset=utf-8").send(body);
}
