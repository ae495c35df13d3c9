import type { Actor } from "../../kernel/actor.ts";
import { problem } from "../../kernel/errors.ts";
import type { PersonId, SessionId } from "../../kernel/ids.ts";
import { phrasebook, type Language } from "../../kernel/language.ts";
import type { Config } from "../config.ts";
import type { Database } from "../database/index.ts";
import type { Files } from "../files.ts";
import type { Mailer } from "../mail.ts";
import type { DemoProvince } from "../services.ts";

/** A session as the request carries it. `actor` is null while the person holds no post that is valid today. */
export type Caller = {
  sessionId: SessionId;
  personId: PersonId;
  personName: string;
  language: Language;
  /** False while the session still owes its second factor; then only `half-signed-in` endpoints answer. */
  complete: boolean;
  actor: Actor | null;
};

/** What every handler gets. Everything that an act needs from outside comes through here or is passed on explicitly. */
export type RequestContext = {
  db: Database;
  files: Files;
  mailer: Mailer;
  config: Config;
  clock: () => Date;
  language: Language;
  /** For throttling only: never stored, never logged. */
  address: string;
  userAgent: string;
  caller: Caller | null;
  /** The session cookie as it came, also when it opens nothing. */
  sessionToken: string | undefined;
  demo: DemoProvince | null;
  cookies: { set(name: string, value: string, maxAgeSeconds: number): void; clear(name: string): void };
};

const say = phrasebook(
  {
    signIn: "Phiên làm việc đã hết hoặc chưa đăng nhập. Hãy đăng nhập lại; nội dung đang nhập trên màn hình vẫn còn.",
    secondFactor: "Hãy nhập mã xác thực thứ hai để tiếp tục.",
    noPost: "Tài khoản chưa được giao chức danh nào còn hiệu lực. Hãy liên hệ người quản trị của đơn vị.",
  },
  {
    signIn: "You are not signed in, or the session has ended. Sign in again; what you typed is still on the screen.",
    secondFactor: "Enter the second-factor code to continue.",
    noPost: "Your account holds no valid post. Contact your unit's administrator.",
  },
);

/** The person behind the request, second factor done. */
export function callerOf(context: RequestContext): Caller {
  if (!context.caller) throw problem("unauthenticated", say("signIn"));
  if (!context.caller.complete) throw problem("second_factor_required", say("secondFactor"));
  return context.caller;
}

/** The person in the post that is in use: who acts. */
export function actorOf(context: RequestContext): Actor {
  const { actor } = callerOf(context);
  if (!actor) throw problem("forbidden", say("noPost"));
  return actor;
}

/** A session that may still owe its second factor. */
export function halfCallerOf(context: RequestContext): Caller {
  if (!context.caller) throw problem("unauthenticated", say("signIn"));
  return context.caller;
}
