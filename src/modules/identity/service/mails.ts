import { html } from "../../../kernel/html.ts";
import type { PersonId } from "../../../kernel/ids.ts";
import type { Language, Text } from "../../../kernel/language.ts";
import { transaction } from "../../../platform/database/index.ts";
import type { Services } from "../../../platform/services.ts";
import type { LinkPurpose } from "../domain.ts";
import { mail as say } from "../mail-messages.ts";
import { countAskedLinks } from "../store/links.ts";
import { findCredential, findPersonForUpdate } from "../store/people.ts";
import { makeLink } from "./link-making.ts";

const HOUR = 3_600_000;
const mailsPerHour = 3;

/**
 * Mails a person a fresh link to KHEO_URL. The link is made here and not by whoever asked, so that it never lies in the
 * queue. `createdBy` null: the person asked by themself, at most three times an hour.
 */
export async function mailLink(
  { db, mailer, config, clock, log }: Services,
  personId: PersonId | null,
  createdBy: PersonId | null,
): Promise<void> {
  if (!personId || !mailer.configured) return;
  const now = clock();
  const made = await transaction(db, async (tx) => {
    // Locked, so that of several askings at once each sees the links of those before it.
    const person = await findPersonForUpdate(tx, personId);
    if (!person?.email || person.deactivated_at) return null;
    if (!createdBy && (await countAskedLinks(tx, personId, new Date(now.getTime() - HOUR))) >= mailsPerHour) {
      log.info("no further reset mail within the hour", { person: personId });
      return null;
    }
    const purpose: LinkPurpose = (await findCredential(tx, personId)) ? "reset" : "invitation";
    // Somebody who was invited and never came cannot open the door by asking: the invitation is the administrator's.
    if (purpose === "invitation" && !createdBy) return null;
    return { person, to: person.email, purpose, link: await makeLink(tx, config.url, { purpose, personId, createdBy }, now) };
  });
  if (!made) return;
  const { person, to, purpose, link } = made;
  await mailer.send({
    to,
    ...compose(purpose, { name: person.name, url: link.url, expiresAt: new Date(link.expiresAt) }, person.language),
  });
}

type Values = { name: string; url: string; expiresAt: Date };

export function compose(
  purpose: LinkPurpose,
  { name, url, expiresAt }: Values,
  language: Language,
): { subject: string; text: string; html: string } {
  const t = (text: Text) => text[language];
  const until = new Intl.DateTimeFormat(language === "vi" ? "vi-VN" : "en-GB", {
    dateStyle: "short",
    timeStyle: "short",
    timeZone: "Asia/Ho_Chi_Minh",
  }).format(expiresAt);
  const kind = purpose === "invitation" ? "invitation" : "reset";
  const lines = [t(say("greeting", { name })), t(say(`${kind}Body`)), url, t(say("until", { until })), t(say(`${kind}Otherwise`))];
  return {
    subject: t(say(`${kind}Subject`)),
    text: `${lines.join("\n\n")}\n`,
    html: html`<!doctype html>
      <html lang="${language}">
        <body style="font-family: sans-serif; font-size: 16px; line-height: 1.5">
          ${lines.map((line) => (line === url ? html`<p><a href="${url}">${url}</a></p>` : html`<p>${line}</p>`))}
        </body>
      </html>`.markup,
  };
}
