import { grouped } from "../../../kernel/decimals.ts";
import { dot } from "../../../kernel/facts.ts";
import { html, type Html } from "../../../kernel/html.ts";
import type { ShownItem, ShownPlan } from "../shapes.ts";
import type { Item } from "../store/public.ts";
import { day, dayOf, href, inVietnamese, pager, reader, type Page, type Place } from "./frame.ts";
import { told } from "./words.ts";

const period = (place: Place, { periodFrom, periodTo }: ShownPlan): string =>
  periodFrom && periodTo ? reader(place.language)(told("fromTo", { from: day(periodFrom), to: day(periodTo) })) : "";

export const planCards = (place: Place, plans: readonly Item<ShownPlan>[]): Html => {
  const t = reader(place.language);
  return html`<ul class="lines">
    ${plans.map(
      ({ slug, title, shown }) =>
        html`<li><h3><a${inVietnamese(place)} href="${href(place, `/ke-hoach/${slug}`)}">${title}</a></h3><p class="quiet"><span${inVietnamese(place)}>${[shown.docType, shown.number].filter(Boolean).join(" ")}${dot}${shown.issuer}</span>${dot}${period(place, shown)}${dot}${t(
          told("targetsOf", { n: shown.items.filter(({ kind }) => kind === "target").length }),
        )}</p></li>`,
    )}
  </ul>`;
};

export function plansPage(
  place: Place,
  { plans, total, page, size }: { plans: Item<ShownPlan>[]; total: number; page: number; size: number },
): Page {
  const t = reader(place.language);
  return {
    title: t(told("plans")),
    body: html`<h1>${t(told("plans"))}</h1>
      ${plans.length === 0 ? html`<p>${t(told("nothing"))}</p>` : planCards(place, plans)}${pager(place, { page, total, size, query: new URLSearchParams() })}`,
  };
}

/** What was reached, in words and in figures, never in colour alone. */
function progressOf(place: Place, progress: ShownItem["progress"]): Html | string {
  const t = reader(place.language);
  if (!progress || progress.source === "none") return html`<span class="quiet">${t(told("notCounted"))}</span>`;
  const { done, reached, bound, source } = progress;
  const lines = [
    ...(done ? [html`<strong>${done.value === null ? t(told("few")) : grouped(done.value)}</strong> ${done.unit}`] : []),
    ...(bound > 1 ? [html`${t(told("unitsReached", { reached: reached === null ? t(told("few")) : grouped(reached), bound }))}`] : []),
    ...(bound === 1 && !done ? [html`${t(told(reached === "1" ? "oneReached" : "oneNotReached"))}`] : []),
  ];
  if (lines.length === 0) return html`<span class="quiet">${t(told("notYet"))}</span>`;
  return html`${lines.map((line, at) => (at === 0 ? line : html`<br />${line}`))}<br /><span class="quiet"
      >${t(told(source === "journal" ? "sourceJournal" : "sourceApproved"))}</span
    >`;
}

/** Items on one page: a page of them stays well below 50 kB. */
export const itemsOnPage = 20;

export type PlanPage = { item: Pick<Item<ShownPlan>, "slug" | "title" | "shown" | "unit_name" | "opened_at" | "changed_at">; page: number };

export function planPage(place: Place, { item, page }: PlanPage): Page {
  const t = reader(place.language);
  const { shown } = item;
  const ordered = [...shown.items].toSorted((a, b) => order[a.kind] - order[b.kind]);
  const pages = Math.max(1, Math.ceil(ordered.length / itemsOnPage));
  const at = Math.min(Math.max(page, 1), pages);
  const rows = ordered.slice((at - 1) * itemsOnPage, at * itemsOnPage);
  const groups = Map.groupBy(rows, ({ kind }) => kind);
  const part = (kind: ShownItem["kind"], name: string): Html | "" => {
    const items = groups.get(kind);
    if (!items) return "";
    const withProgress = kind === "target";
    return html`<section>
      <h2>${name}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="${name}">
        <table class="stack" ${inVietnamese(place)}>
          <thead>
            <tr>
              <th scope="col">${t(told("what"))}</th>
              <th scope="col">${t(told("who"))}</th>
              <th scope="col">${t(told("due"))}</th>
              ${withProgress ? html`<th scope="col">${t(told("progress", { year: shown.year }))}</th>` : ""}
            </tr>
          </thead>
          <tbody>
            ${items.map(
              (each) =>
                html`<tr>
                  <th scope="row">
                    ${each.clause ? html`<span class="quiet">${each.clause}</span> ` : ""}${short(each.text)}${each.figure ? html`<br /><strong>${each.figure}</strong>` : ""}
                  </th>
                  <td data-name="${t(told("who"))}">${each.leads.join("; ")}</td>
                  <td data-name="${t(told("due"))}">${each.due || (each.lastDay ? day(each.lastDay) : "")}</td>
                  ${withProgress ? html`<td data-name="${t(told("progress", { year: shown.year }))}">${progressOf(place, each.progress)}</td>` : ""}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  };
  return {
    title: item.title,
    description: `${shown.docType} ${shown.number ?? ""} – ${shown.issuer}`,
    body: html`<article><h1${inVietnamese(place)}>${item.title}</h1>
<dl class="facts">
<div><dt>${t(told("issuer"))}</dt><dd${inVietnamese(place)}>${shown.issuer}</dd></div>
<div><dt>${t(told("number"))}</dt><dd${inVietnamese(place)}>${[shown.docType, shown.number, shown.issueDate ? `ngày ${day(shown.issueDate)}` : null].filter(Boolean).join(", ")}</dd></div>
${
  period(place, shown)
    ? html`<div>
        <dt>${t(told("period"))}</dt>
        <dd>${period(place, shown)}</dd>
      </div>`
    : ""
}
</dl>
${part("target", t(told("targets")))}
${part("task", t(told("tasks")))}
${part("report", t(told("reports")))}
${pager(place, { page: at, total: ordered.length, size: itemsOnPage, query: new URLSearchParams() })}
<p class="source">${t(told("approvedOnly", { day: day(shown.asOf) }))} ${t(told("published", { unit: item.unit_name, day: dayOf(item.opened_at) }))}${
      item.changed_at.getTime() === item.opened_at.getTime() ? "" : ` ${t(told("updated", { day: dayOf(item.changed_at) }))}`
    }</p></article>`,
  };
}

const order: Record<ShownItem["kind"], number> = { target: 0, task: 1, report: 2 };

/** A clause that runs over pages is told by its beginning; the plan's own paper has the rest. */
const short = (text: string): string => (text.length > 700 ? `${text.slice(0, 690).trimEnd()} …` : text);
