/// <reference types="vite/client" />

declare module "virtual:routes-of-api" {
  import type { contract } from "../src/modules/contract.ts";
  /** Made by vite.config.ts: the contract without its schemas. */
  const routes: typeof contract;
  export default routes;
}
