import { actorOf } from "../../../platform/http/context.ts";
import { routesFor } from "../../../platform/http/routes-for.ts";
import { readBoard } from "./boards.ts";
import { boardsContract } from "./contract.ts";

const os = routesFor(boardsContract);

export const boardsRoutes = {
  read: os.read.handler(({ input, context }) => readBoard(context, actorOf(context), input)),
};
