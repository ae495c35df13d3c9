import { Problem } from "../kernel/errors.ts";
import type { Config } from "./config.ts";

type Level = Config["log"]["level"];

/**
 * The log of the process, one line per event: what happened, with ids, codes, counts and paths.
 * No personal data: never names, addresses, texts that people wrote, query strings or whole rows.
 * `error` may be anything caught; what the line keeps of it is decided here.
 */
export type Log = {
  debug(event: string, fields?: Record<string, unknown>): void;
  info(event: string, fields?: Record<string, unknown>): void;
  warn(event: string, fields?: Record<string, unknown>): void;
  error(event: string, fields?: Record<string, unknown>): void;
  /** A log whose every line carries these fields. */
  with(fields: Record<string, unknown>): Log;
};

const order: Record<Level, number> = { debug: 10, info: 20, warn: 30, error: 40 };

/** Lines go to stderr: stdout belongs to what a command answers. */
export function createLog(settings: Config["log"], write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  return logWith({}, settings, write);
}

/** For tests and for code that must stay quiet. */
export const silentLog: Log = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  with: () => silentLog,
};

function logWith(fixed: Record<string, unknown>, settings: Config["log"], write: (line: string) => void): Log {
  const at =
    (level: Level) =>
    (event: string, fields: Record<string, unknown> = {}) => {
      if (order[level] < order[settings.level]) return;
      const entry = safe({ ...fixed, ...fields });
      write(settings.format === "json" ? jsonLine(level, event, entry) : prettyLine(level, event, entry));
    };
  return {
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
    with: (fields) => logWith({ ...fixed, ...fields }, settings, write),
  };
}

function jsonLine(level: Level, event: string, fields: Record<string, unknown>): string {
  return `${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`;
}

function prettyLine(level: Level, event: string, fields: Record<string, unknown>): string {
  const rest = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(" ");
  return `${new Date().toISOString().slice(11, 19)} ${level.padEnd(5)} ${event}${rest ? `  ${rest}` : ""}\n`;
}

function safe(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      name === "error" || value instanceof Error ? describeError(value) : withoutQuery(value),
    ]),
  );
}

/** A query string can hold a search text or a one-time token. */
function withoutQuery(value: unknown): unknown {
  return typeof value === "string" && /^(\/|https?:)/.test(value) ? value.split("?")[0] : value;
}

export type ErrorDescription = {
  kind: string;
  message?: string;
  code?: unknown;
  constraint?: unknown;
  table?: unknown;
  column?: unknown;
  at?: string[];
  cause?: ErrorDescription;
};

/**
 * What may be kept of an error: its kind, code and where it arose. PostgreSQL puts the offending value into `detail`
 * always and into the message of class 22 (data exception), and a `Problem` is worded for its reader with names and
 * titles in it, so those are left out.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code, constraint, table, column } = error as Error & Record<"code" | "constraint" | "table" | "column", unknown>;
  const fromDatabase = typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && "severity" in error;
  const holdsValues = (fromDatabase && code.startsWith("22")) || error instanceof Problem;
  return {
    kind: error.name,
    code,
    constraint,
    table,
    column,
    message: holdsValues ? undefined : error.message.slice(0, 500),
    at: error.stack
      ?.split("\n")
      .filter((line) => line.trimStart().startsWith("at "))
      .slice(0, 8)
      .map((line) => line.trim()),
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  };
}
