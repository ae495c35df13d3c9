import type { TestProject } from "vitest/node";
import { startTestServer, type TestServer } from "./database-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseServer: TestServer;
  }
}

// The projects `db` and `http` both name this set-up; one server serves both.
let running: ReturnType<typeof startTestServer> | null = null;
let users = 0;

export default async function setup(project: TestProject) {
  users += 1;
  running ??= startTestServer();
  const { urls, superuserUrl } = await running;
  project.provide("databaseServer", { urls, superuserUrl });
  return async () => {
    users -= 1;
    if (users === 0) {
      const server = await running;
      running = null;
      await server?.stop();
    }
  };
}
