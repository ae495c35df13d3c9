export { eraseSubject, recordAct, recordActs } from "./record.ts";
export { ensureInstallationKey, openPersonal } from "./keys.ts";
export type { Act, ActNames, FieldNames, HistoryEntry, Json } from "./contract.ts";
