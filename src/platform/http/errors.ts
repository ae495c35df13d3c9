import { randomUUID } from "node:crypto";
import { ORPCError, ValidationError } from "@orpc/server";
import type { z } from "zod";
import { errorCodes, Problem, type Details, type ErrorCode } from "../../kernel/errors.ts";
import { phrasebook, type Language } from "../../kernel/language.ts";
import type { Log } from "../log.ts";
import { fieldMessage } from "./field-messages.ts";

/** The one error shape of the API. */
export type ErrorBody = { code: ErrorCode; message: string; details: Details };

const say = phrasebook(
  {
    invalid: "Một số ô chưa đúng. Hãy xem lời nhắc ở từng ô rồi gửi lại.",
    notFound: "Không có địa chỉ này.",
    tooLarge: "Dữ liệu gửi lên quá lớn. Hãy chia nhỏ rồi gửi lại.",
    internal: ({ reference }: { reference: string }) =>
      `Máy chủ gặp lỗi khi làm việc này; dữ liệu chưa bị thay đổi. Hãy thử lại, nếu vẫn lỗi hãy báo người quản trị mã ${reference}.`,
    throttled: "Có quá nhiều lần gọi trong thời gian ngắn. Hãy chờ một phút rồi thử lại.",
    unavailable: "Máy chủ tạm thời chưa kết nối được cơ sở dữ liệu. Hãy thử lại sau ít phút; nội dung đang nhập vẫn còn trên màn hình.",
  },
  {
    invalid: "Some fields are not right. See the note at each field and send again.",
    notFound: "There is nothing at this address.",
    tooLarge: "What was sent is too large. Split it and send again.",
    internal: ({ reference }: { reference: string }) =>
      `The server failed at this; nothing was changed. Try again, and if it fails again tell the administrator the code ${reference}.`,
    throttled: "Too many calls in a short time. Wait a minute and try again.",
    unavailable: "The server cannot reach its database just now. Try again in a few minutes; what you typed is still on the screen.",
  },
);

function fieldsOf(issues: readonly { message: string; path?: readonly unknown[] }[], language: Language): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of issues) {
    const path = (issue.path ?? []).map((part) => (typeof part === "object" && part !== null && "key" in part ? part.key : part)).join(".");
    fields[path] ??= "code" in issue ? fieldMessage(issue as z.core.$ZodIssue, language) : issue.message;
  }
  return fields;
}

/** Connection trouble, not a fault of the statement: SQLSTATE class 08, 57P0x, or the socket itself. */
function isOutage(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && (/^(08|57P0)/.test(code) || ["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE"].includes(code));
}

/**
 * Turns anything thrown into the one error shape. What is not a `Problem` is ours: it goes to the log under a reference,
 * and the caller gets the reference alone.
 */
export function errorBody(error: unknown, language: Language, log: Log): ErrorBody {
  if (error instanceof Problem) return { code: error.code, message: error.text[language], details: error.details };
  const cause = error instanceof ORPCError ? error.cause : undefined;
  if (cause instanceof Problem) return errorBody(cause, language, log);
  if (error instanceof ORPCError && error.code === "BAD_REQUEST") {
    const issues = cause instanceof ValidationError ? cause.issues : [];
    return { code: "invalid_input", message: say("invalid")[language], details: { fields: fieldsOf(issues, language) } };
  }
  const status =
    (error as { statusCode?: number; status?: number } | null)?.statusCode ?? (error instanceof ORPCError ? error.status : undefined);
  if (status === 404) return { code: "not_found", message: say("notFound")[language], details: {} };
  if (status === 413) return { code: "too_large", message: say("tooLarge")[language], details: {} };
  if (status === 429) return { code: "throttled", message: say("throttled")[language], details: { retryAfter: 60 } };
  if (status === 415 || status === 400) return { code: "invalid_input", message: say("invalid")[language], details: { fields: {} } };
  if (isOutage(error)) {
    log.error("database is not reachable", { error });
    return { code: "unavailable", message: say("unavailable")[language], details: {} };
  }
  const reference = randomUUID().slice(0, 8);
  log.error("unexpected error", { reference, error });
  return { code: "internal", message: say("internal", { reference })[language], details: { reference } };
}

export const statusOf = (body: ErrorBody): number => errorCodes[body.code];
