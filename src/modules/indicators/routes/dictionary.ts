import { problem } from "../../../kernel/errors.ts";
import { routesFor } from "../../../platform/http/routes-for.ts";
import { dictionaryContract } from "../contract/dictionary.ts";

const os = routesFor(dictionaryContract);

const soon = (): never => {
  throw problem("unavailable", { vi: "Chức năng này đang được hoàn thiện.", en: "This is being built." });
};

export const dictionaryRoutes = os.router({
  list: os.list.handler(soon),
  topics: os.topics.handler(soon),
  measures: os.measures.handler(soon),
  get: os.get.handler(soon),
  create: os.create.handler(soon),
  edit: os.edit.handler(soon),
  retire: os.retire.handler(soon),
  restore: os.restore.handler(soon),
});
