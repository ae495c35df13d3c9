export { createDatabase, createPool, type Database, type Tables, type Transaction } from "./connection.ts";
export { keptPlan } from "./kept-plans.ts";
export { pendingMigrations } from "./migrate.ts";
export { openDatabases, type Databases, type OpenOptions } from "./open.ts";
export { transaction, type TransactionOptions } from "./transaction.ts";
