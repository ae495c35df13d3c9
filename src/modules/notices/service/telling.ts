import { html } from "../../../kernel/html.ts";
import type { PersonId, UnitId } from "../../../kernel/ids.ts";
import type { Text } from "../../../kernel/language.ts";
import { addDays, formatShortDate, vietnamDate } from "../../../kernel/time/index.ts";
import { transaction, type Transaction } from "../../../platform/database/index.ts";
import { enqueue, type Job } from "../../../platform/jobs.ts";
import type { Services } from "../../../platform/services.ts";
import { contactsAt } from "../../identity/index.ts";
import { isArea } from "../../units/contract.ts";
import { ancestorsOf, unitsByIds } from "../../units/index.ts";
import { begun, newsDays, stageOn } from "../domain.ts";
import { say } from "../messages.ts";
import { findDigestForUpdate, insertLines, linesOf, markMailed, type NewLine } from "../store/digests.ts";
import { newsSince, type Owed } from "../sources.ts";
import { keyOf, owedNow } from "./lists.ts";

/** Who is told for each unit: people of the unit, or of the body whose board it is where nobody is. */
export async function tellableAt(tx: Transaction, units: readonly UnitId[], today: string): Promise<Map<UnitId, PersonId[]>> {
  const own = Map.groupBy(await contactsAt(tx, units, today), ({ unitId }) => unitId);
  const people = new Map<UnitId, PersonId[]>();
  for (const unit of new Set(units)) {
    const found = own.get(unit);
    if (found)
      people.set(
        unit,
        found.map(({ personId }) => personId),
      );
    else {
      const above = (await ancestorsOf(tx, unit, today)).at(-1);
      if (!above || isArea(above.kind)) continue;
      people.set(
        unit,
        (await contactsAt(tx, [above.id], today)).map(({ personId }) => personId),
      );
    }
  }
  return people;
}

/**
 * The daily round: everything that a superior assigned and that is not sent, at the stage it has reached, and news of what units
 * waited for. Only those who owe are told, once per stage; what was requested of a partner or a superior is never chased by
 * itself. News is told once, whoever owes nothing gets it too.
 */
export async function tellToday({ db, clock, mailer }: Services, mailJob: Job<{ digestId: string }>): Promise<{ lists: number }> {
  const now = clock();
  const today = vietnamDate(now);
  return transaction(db, async (tx) => {
    const chased = (await owedNow(tx, null, today)).filter(({ edge }) => edge === "assign");
    const news = await newsSince(tx, { units: null, since: addDays(today, -newsDays) });
    const people = await tellableAt(
      tx,
      [...chased, ...news].map(({ unitId }) => unitId),
      today,
    );
    const lines = chased.flatMap(({ kind, id, unitId, lastDay, news }): NewLine[] => {
      const stage = stageOn(lastDay, today) ?? (news ? begun : null);
      return stage === null ? [] : (people.get(unitId) ?? []).map((personId) => ({ kind, id, unitId, personId, stage }));
    });
    for (const { kind, id, unitId, stage } of news)
      for (const personId of people.get(unitId) ?? []) lines.push({ kind, id, unitId, personId, stage });
    const lists = await insertLines(tx, today, lines, now);
    if (mailer.configured) for (const digestId of lists) await enqueue(tx, mailJob, { digestId }, { key: `notice-mail ${digestId}` });
    return { lists: lists.length };
  });
}

/** A body above reads the rest on the page. */
const mostNews = 30;

/** Mails one person's list. It is read again at this moment: what was sent since the list was made is left out. */
export async function mailDigest({ db, mailer, config, clock }: Services, digestId: string): Promise<void> {
  if (!mailer.configured) return;
  await transaction(db, async (tx) => {
    const digest = await findDigestForUpdate(tx, digestId);
    if (!digest?.email || !digest.wantsMail || digest.mailedAt !== null) return;
    const told = await linesOf(tx, digestId);
    const mentioned = new Set(told.map(keyOf));
    const units = [...new Set(told.map(({ unitId }) => unitId))];
    const today = vietnamDate(clock());
    const owed = (await owedNow(tx, units, today)).filter((thing) => mentioned.has(keyOf(thing)));
    const news = (await newsSince(tx, { units, since: addDays(today, -newsDays) })).filter((one) => mentioned.has(keyOf(one)));
    if (owed.length + news.length === 0) return;
    const names = await unitsByIds(tx, units);
    const t = (text: Text) => text[digest.language];
    const page = `${config.url}/app/reminders`;
    const day = formatShortDate(digest.day);
    const parts = [
      { intro: say("mailNews"), lines: news.slice(0, mostNews).map(({ text }) => t(text)) },
      { intro: say("mailIntro"), lines: owed.map((thing) => t(lineOf(thing, names.get(thing.unitId)?.name ?? ""))) },
    ].filter(({ lines }) => lines.length > 0);
    const greeting = t(say("mailGreeting", { name: digest.name }));
    const list = parts.flatMap(({ intro, lines }) => [t(intro), ...lines.map((line) => `- ${line}`)]);
    await mailer.send({
      to: digest.email,
      subject: t(owed.length > 0 ? say("mailSubject", { count: owed.length, day }) : say("mailSubjectNews", { count: news.length, day })),
      text: `${[greeting, ...list, `${t(say("mailOpen"))} ${page}`, t(say("mailStop"))].join("\n\n")}\n`,
      html: html`<!doctype html>
        <html lang="${digest.language}">
          <body style="font-family: sans-serif; font-size: 16px; line-height: 1.5">
            <p>${greeting}</p>
            ${parts.map(
              ({ intro, lines }) =>
                html`<p>${t(intro)}</p>
                  <ul>
                    ${lines.map((line) => html`<li>${line}</li>`)}
                  </ul>`,
            )}
            <p>${t(say("mailOpen"))} <a href="${page}">${page}</a></p>
            <p>${t(say("mailStop"))}</p>
          </body>
        </html>`.markup,
    });
    await markMailed(tx, digestId, clock());
  });
}

const lineOf = ({ title, dueText, lastDay }: Owed, unit: string): Text =>
  say("mailLine", { title, due: dueText === "" ? say("until", { day: formatShortDate(lastDay) }).vi : dueText, unit });
