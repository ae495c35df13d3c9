import { resolve } from "node:path";
import { z } from "zod";
import { problem } from "../kernel/errors.ts";
import { phrasebook, type Language } from "../kernel/language.ts";

/** Everything that can be set from outside. Parsed once at start, passed on explicitly, read from the environment nowhere else. */
export type Config = {
  host: string;
  /** 0 asks the system for a free port; the server says which it got. */
  port: number;
  /** Absolute path of the folder that holds everything this installation keeps. */
  data: string;
  /** Another PostgreSQL instead of the embedded one. */
  databaseUrl: string | null;
  /** Origin that people type, without a slash at the end; links in mails start with it, never with the Host header. */
  url: string;
  /** Null: no mail is sent, and screens offer what works without (printed cards, an administrator's link). */
  mail: { smtpUrl: string; from: string } | null;
  /** Language of the terminal; people choose theirs in the application. */
  language: Language;
  log: { format: "json" | "pretty"; level: "debug" | "info" | "warn" | "error" };
  /** Addresses of proxies whose X-Forwarded-* headers are believed; empty believes none. */
  trustedProxies: string[];
};

type Environment = Record<string, string | undefined>;

const say = phrasebook(
  {
    wrong: ({ name, value, rule }: { name: string; value: string; rule: string }) =>
      `Biến môi trường ${name} có giá trị "${value}" không dùng được: ${rule}. Hãy sửa hoặc bỏ biến này rồi chạy lại.`,
    unknown: ({ name, known }: { name: string; known: string }) =>
      `Khéo không biết biến môi trường ${name}. Hãy kiểm tra chính tả; các biến có thể đặt: ${known}.`,
    port: "phải là số nguyên từ 0 đến 65535, ví dụ 8080",
    filled: "không được để trống",
    postgres: "phải có dạng postgresql://máy-chủ:5432/tên-cơ-sở-dữ-liệu",
    origin: "phải là địa chỉ http(s) không kèm đường dẫn, ví dụ https://danvan.example.vn",
    smtp: "phải có dạng smtp://người-dùng:mật-khẩu@máy-chủ:587 hoặc smtps://…",
    sender: 'phải là địa chỉ thư, ví dụ "Khéo <kheo@example.vn>"',
    language: "phải là vi hoặc en",
    format: "phải là json hoặc pretty",
    level: "phải là debug, info, warn hoặc error",
    senderMissing:
      "Đã đặt KHEO_SMTP_URL nhưng chưa đặt KHEO_MAIL_FROM. Hãy đặt địa chỉ người gửi, ví dụ KHEO_MAIL_FROM='Khéo <kheo@example.vn>'.",
    smtpMissing: "Đã đặt KHEO_MAIL_FROM nhưng chưa đặt KHEO_SMTP_URL. Hãy đặt máy chủ gửi thư, hoặc bỏ KHEO_MAIL_FROM.",
    urlMissing:
      "Đã đặt máy chủ gửi thư nhưng chưa đặt KHEO_URL. Đường dẫn trong thư cần địa chỉ mà mọi người gõ để vào, ví dụ KHEO_URL=https://danvan.example.vn.",
  },
  {
    wrong: ({ name, value, rule }: { name: string; value: string; rule: string }) =>
      `The environment variable ${name} has the value "${value}", which cannot be used: it ${rule}. Correct or unset it and run again.`,
    unknown: ({ name, known }: { name: string; known: string }) =>
      `Khéo does not know the environment variable ${name}. Check its spelling; these can be set: ${known}.`,
    port: "must be a whole number from 0 to 65535, such as 8080",
    filled: "must not be empty",
    postgres: "must look like postgresql://server:5432/database",
    origin: "must be an http(s) address without a path, such as https://danvan.example.vn",
    smtp: "must look like smtp://user:password@server:587 or smtps://…",
    sender: 'must be a mail address, such as "Khéo <kheo@example.vn>"',
    language: "must be vi or en",
    format: "must be json or pretty",
    level: "must be debug, info, warn or error",
    senderMissing:
      "KHEO_SMTP_URL is set but KHEO_MAIL_FROM is not. Set the sender's address, such as KHEO_MAIL_FROM='Khéo <kheo@example.vn>'.",
    smtpMissing: "KHEO_MAIL_FROM is set but KHEO_SMTP_URL is not. Set the mail server, or unset KHEO_MAIL_FROM.",
    urlMissing:
      "A mail server is set but KHEO_URL is not. Links in mails need the address that people type, such as KHEO_URL=https://danvan.example.vn.",
  },
);

type Rule = "port" | "filled" | "postgres" | "origin" | "smtp" | "sender" | "language" | "format" | "level";

/** A value may hold a password; then the message leaves it out. */
const confidential = new Set(["DATABASE_URL", "KHEO_SMTP_URL"]);
/** Read by the test runner only, listed so that a set variable is not taken for a misspelt one. */
const knownElsewhere = ["KHEO_BROWSER"];

function isUrl(value: string, protocols: string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

function isOrigin(value: string): boolean {
  return isUrl(value, ["http:", "https:"]) && new URL(value).pathname === "/" && !/[?#@]/.test(value);
}

const rule = (name: Rule) => ({ error: name });
const text = z.string().trim();

/** Where data lies unless KHEO_DATA says otherwise: beside the program, so that it does not move with the shell's folder. */
const defaultData = resolve(import.meta.dirname, "../../data");

const variables = {
  PORT: text
    .regex(/^\d{1,5}$/, rule("port"))
    .transform(Number)
    .refine((port) => port <= 65535, rule("port"))
    .default(8080),
  HOST: text.min(1, rule("filled")).default("127.0.0.1"),
  KHEO_DATA: text.min(1, rule("filled")).default(defaultData),
  DATABASE_URL: text.refine((value) => isUrl(value, ["postgres:", "postgresql:"]), rule("postgres")).optional(),
  KHEO_URL: text.refine(isOrigin, rule("origin")).optional(),
  KHEO_SMTP_URL: text.refine((value) => isUrl(value, ["smtp:", "smtps:"]), rule("smtp")).optional(),
  KHEO_MAIL_FROM: text.regex(/@[^\s@]+$/, rule("sender")).optional(),
  KHEO_LANG: z.enum(["vi", "en"], rule("language")).optional(),
  KHEO_LOG: z.enum(["json", "pretty"], rule("format")).optional(),
  KHEO_LOG_LEVEL: z.enum(["debug", "info", "warn", "error"], rule("level")).default("info"),
  KHEO_TRUSTED_PROXIES: text.default(""),
};

/** The terminal's language: KHEO_LANG, else the locale; Vietnamese when neither asks for English. */
export function terminalLanguage(env: Environment = process.env): Language {
  const asked = env.KHEO_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return asked.toLowerCase().startsWith("en") ? "en" : "vi";
}

/** Reads the configuration. Throws a `Problem` that names the first variable that cannot be used and what to do about it. */
export function readConfig(env: Environment = process.env): Config {
  refuseUnknown(env);
  const given = Object.fromEntries(Object.keys(variables).map((name) => [name, env[name] === "" ? undefined : env[name]]));
  const parsed = z.object(variables).safeParse(given);
  if (!parsed.success) throw wrongValue(parsed.error, env);
  const values = parsed.data;
  if (values.KHEO_SMTP_URL && !values.KHEO_MAIL_FROM) throw problem("invalid_input", say("senderMissing"));
  if (values.KHEO_MAIL_FROM && !values.KHEO_SMTP_URL) throw problem("invalid_input", say("smtpMissing"));
  if (values.KHEO_SMTP_URL && !values.KHEO_URL) throw problem("invalid_input", say("urlMissing"));
  return {
    host: values.HOST,
    port: values.PORT,
    data: resolve(values.KHEO_DATA),
    databaseUrl: values.DATABASE_URL ?? null,
    url: values.KHEO_URL ? new URL(values.KHEO_URL).origin : localUrl(values.HOST, values.PORT),
    mail: values.KHEO_SMTP_URL && values.KHEO_MAIL_FROM ? { smtpUrl: values.KHEO_SMTP_URL, from: values.KHEO_MAIL_FROM } : null,
    language: terminalLanguage(env),
    log: { format: values.KHEO_LOG ?? (process.stderr.isTTY ? "pretty" : "json"), level: values.KHEO_LOG_LEVEL },
    trustedProxies: values.KHEO_TRUSTED_PROXIES.split(/[\s,]+/).filter(Boolean),
  };
}

function localUrl(host: string, port: number): string {
  const reachable = host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${reachable}:${port}`;
}

/** A misspelt variable would be silently without effect: the mail would not go out, the data would lie elsewhere. */
function refuseUnknown(env: Environment) {
  const known = [...Object.keys(variables), ...knownElsewhere];
  const unknown = Object.keys(env).find((name) => name.startsWith("KHEO_") && !known.includes(name));
  if (unknown) throw problem("invalid_input", say("unknown", { name: unknown, known: known.join(", ") }));
}

function wrongValue(error: z.ZodError, env: Environment) {
  const issue = error.issues[0];
  const name = String(issue?.path[0] ?? "");
  const value = confidential.has(name) ? "…" : (env[name] ?? "");
  const meaning = say((issue?.message ?? "filled") as Rule);
  return problem("invalid_input", {
    vi: say("wrong", { name, value, rule: meaning.vi }).vi,
    en: say("wrong", { name, value, rule: meaning.en }).en,
  });
}
