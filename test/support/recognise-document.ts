/**
 * `node test/support/recognise-document.ts DATABASE-URL DATA DOCUMENT`: recognises one document in a process of its own,
 * so that a test can end that process halfway.
 */
import { openFiles } from "../../src/platform/files.ts";
import { createDatabase, createPool } from "../../src/platform/database/index.ts";
import { silentLog } from "../../src/platform/log.ts";
import type { DocumentId } from "../../src/kernel/ids.ts";
import { recogniseDocument } from "../../src/modules/documents/service/recognising.ts";

const [url = "", data = "", id = ""] = process.argv.slice(2);
const pool = createPool(url, { max: 2, log: silentLog, settings: {} });
const tools = { db: createDatabase(pool), files: await openFiles(data), clock: () => new Date(), log: silentLog };
const nothing = async (): Promise<void> => {};
await recogniseDocument(tools, id as DocumentId, { again: nothing, compile: nothing, erase: nothing });
await tools.db.destroy();
