import { z } from "zod";
import type { PersonId, PostId, SessionId } from "../../../kernel/ids.ts";
import { permissions, roles } from "../../../kernel/permissions.ts";
import { isCalendarDate } from "../../../kernel/time/dates.ts";
import { unitIdIn } from "../../units/contract.ts";

/** A uuid that is known by its own type from here on. */
const idOf = <Id extends string>() => z.uuid() as unknown as z.ZodType<Id, Id>;

export const PersonRef = idOf<PersonId>();
export const PostRef = idOf<PostId>();
export const SessionRef = idOf<SessionId>();
export const Uuid = z.uuid();
export const UnitNumber = unitIdIn;

export const Day = z.string().refine(isCalendarDate, { error: "YYYY-MM-DD" });
export const Instant = z.iso.datetime();
export const Version = z.number().int().positive();

export const RoleName = z.enum(roles);
export const PermissionName = z.enum(permissions);
export const LanguageName = z.enum(["vi", "en"]);

/** What people type: composed form, no blanks around. */
const typed = z.string().normalize("NFC").trim();
export const Name = typed.min(1).max(120);
export const Login = typed.min(2).max(120);
/** Empty fields of a form arrive as "". */
export const Email = z.union([z.literal("").transform(() => null), z.email().max(200), z.null()]);
export const Phone = z.union([z.literal("").transform(() => null), typed.regex(/^[+\d][\d\s.\-()]{6,20}$/), z.null()]);
/** The rules of length are told in our own words by the service. */
export const Password = z.string().max(1000);
export const Code = z.string().max(80);

/** A link that has just been made; it is shown now and kept nowhere. */
export const HandedLink = z.object({
  url: z.string(),
  /** The same, to type from paper: the page's address and a code in groups. */
  page: z.string(),
  code: z.string(),
  expiresAt: Instant,
});
export type HandedLink = z.infer<typeof HandedLink>;
