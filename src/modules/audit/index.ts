export { eraseSubject, recordAct, recordActs } from "./record.ts";
export { ensureInstallationKey, openPersonal } from "./keys.ts";
export { historyOf, type HistoryPorts } from "./history.ts";
export { auditModule, sealsFolder } from "./routes.ts";
export { keepSealsOutside, startSealer } from "./sealing.ts";
export { verifyAudit, type AuditReport } from "./verify.ts";
export { actNames } from "./messages.ts";
export type { Act, ActNames, FieldNames, HistoryEntry, Json } from "./contract.ts";
