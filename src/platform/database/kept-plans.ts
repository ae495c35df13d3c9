import { createHash } from "node:crypto";
import { sql, type RawBuilder } from "kysely";
import type { PoolClient, QueryConfig, QueryResult } from "pg";

const mark = "/* kept plan */";

/**
 * At the beginning of a statement: every connection plans it once and keeps the plan. For statements that are asked often and
 * take longer to plan than to run. Their text must not vary with what is asked (lists go in as arrays), since each text is kept.
 */
export const keptPlan: RawBuilder<unknown> = sql.raw(mark);

const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `kept ${createHash("sha256").update(text).digest("hex").slice(0, 32)}`;
  names.set(text, name);
  return name;
}

/** The query builder hands over a text and its values only, so a marked text gets its name where it leaves. */
export function keepPlans(client: PoolClient): void {
  const query = client.query.bind(client) as (...given: unknown[]) => Promise<QueryResult>;
  const keeping = (...given: unknown[]): Promise<QueryResult> => {
    const [text, values, ...rest] = given;
    if (typeof text !== "string" || !text.startsWith(mark)) return query(...given);
    const named: QueryConfig = { name: nameOf(text), text };
    return query(named, values, ...rest);
  };
  client.query = keeping as typeof client.query;
}
