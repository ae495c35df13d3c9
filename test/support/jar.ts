import { sessionCookie } from "../../src/platform/http/cookies.ts";
import type { TestApp } from "./app.ts";

export type Reply = { status: number; body: any; cookie: string | null }; // oxlint-disable-line typescript/no-explicit-any -- tests look into answers of every shape

/** A browser that keeps the session cookie it is given, as people's browsers do. `ip`: where it stands in the network. */
export function jar(app: TestApp, { ip = "192.0.2.10", userAgent = "Mozilla/5.0 (Windows NT 10.0) Chrome/130.0" } = {}) {
  const name = sessionCookie(app.services.config.url);
  let token: string | null = null;
  async function send(
    method: "GET" | "POST" | "PATCH" | "DELETE",
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const response = await app.app.inject({
      method,
      url: `/api${path}`,
      remoteAddress: ip,
      headers: {
        host: new URL(app.services.config.url).host,
        "user-agent": userAgent,
        "sec-fetch-site": "same-origin",
        ...(token ? { cookie: `${name}=${token}` } : {}),
        ...headers,
      },
      ...(method === "GET" ? {} : { payload: body ?? {} }),
    });
    const set = [response.headers["set-cookie"]].flat().find((line) => line?.startsWith(`${name}=`)) ?? null;
    if (set !== null) token = /^[^=]+=([^;]*)/.exec(set)?.[1] || null;
    return { status: response.statusCode, body: response.json(), cookie: set };
  }
  return {
    get: (path: string) => send("GET", path),
    post: (path: string, body?: object, headers?: Record<string, string>) => send("POST", path, body, headers),
    patch: (path: string, body?: object) => send("PATCH", path, body),
    delete: (path: string, body?: object) => send("DELETE", path, body),
    token: () => token,
    /** The same browser with another cookie, as after a theft. */
    use: (stolen: string | null) => void (token = stolen),
  };
}

export type Jar = ReturnType<typeof jar>;
