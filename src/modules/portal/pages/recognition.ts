import { dot } from "../../../kernel/facts.ts";
import { html } from "../../../kernel/html.ts";
import { withPlace } from "../domain/naming.ts";
import type { ShownList } from "../shapes.ts";
import type { Award, Certificate, Item, Recognition } from "../store/public.ts";
import { kindName, levelName } from "./exemplars.ts";
import { day, dayOf, href, inVietnamese, pager, reader, type Page, type Place } from "./frame.ts";
import { told } from "./words.ts";

export function listsPage(
  place: Place,
  { lists, total, page, size }: { lists: Item<ShownList>[]; total: number; page: number; size: number },
): Page {
  const t = reader(place.language);
  return {
    title: t(told("recognition")),
    body: html`<h1>${t(told("recognition"))}</h1>
      <p><a href="${href(place, "/xac-minh")}">${t(told("certificate"))}</a></p>
      <h2>${t(told("lists"))}</h2>
      ${
        lists.length === 0
          ? html`<p>${t(told("nothing"))}</p>`
          : html`<ul class="lines">
              ${lists.map(
                ({ slug, title, shown }) =>
                  html`<li><h3><a${inVietnamese(place)} href="${href(place, `/khen-thuong/${slug}`)}">${title}</a></h3><p class="quiet"${inVietnamese(place)}>${t(told("decision", { number: shown.number, day: day(shown.decidedOn) }))}${dot}${shown.issuer}</p></li>`,
              )}
            </ul>`
      }
      ${pager(place, { page, total, size, query: new URLSearchParams() })}`,
  };
}

export const rowsOnPage = 50;

export type ListPage = {
  item: Pick<Item<ShownList>, "slug" | "title" | "shown" | "unit_name" | "opened_at">;
  recognitions: Recognition[];
  awards: Award[];
  total: number;
  page: number;
};

export function listPage(place: Place, { item, recognitions, awards, total, page }: ListPage): Page {
  const t = reader(place.language);
  const { shown } = item;
  return {
    title: item.title,
    description: `${shown.number}, ${shown.issuer}`,
    body: html`<article><h1${inVietnamese(place)}>${item.title}</h1>
<p${inVietnamese(place)}>${t(told("decision", { number: shown.number, day: day(shown.decidedOn) }))}${dot}${shown.issuer}${shown.signer ? html`${dot}${t(told("signer"))}: ${shown.signer}` : ""}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${item.title}"><table class="stack"${inVietnamese(place)}>${
      recognitions.length > 0
        ? html`<thead>
              <tr>
                <th scope="col">${t(told("name"))}</th>
                <th scope="col">${t(told("kind"))}</th>
                <th scope="col">${t(told("unit"))}</th>
                <th scope="col">${t(told("level"))}</th>
              </tr>
            </thead>
            <tbody>
              ${recognitions.map(
                (row) =>
                  html`<tr>
                    <th scope="row">
                      ${row.item_slug ? html`<a href="${href(place, `/mo-hinh/${row.item_slug}`)}">${row.title}</a>` : row.title}${row.revoked_on ? html`<br /><strong>${t(told("revoked", { day: day(row.revoked_on) }))}</strong>` : ""}
                    </th>
                    <td data-name="${t(told("kind"))}">${kindName(place, row.kind)}</td>
                    <td data-name="${t(told("unit"))}">${withPlace(row.unit_name, row.area_name)}</td>
                    <td data-name="${t(told("level"))}">${levelName(place, row.level)}, ${row.year}</td>
                  </tr>`,
              )}
            </tbody>`
        : html`<thead>
              <tr>
                <th scope="col">${t(told("name"))}</th>
                <th scope="col">${t(told("form"))}</th>
                <th scope="col">${t(told("deed"))}</th>
              </tr>
            </thead>
            <tbody>
              ${awards.map(
                (row) =>
                  html`<tr>
                    <th scope="row">
                      ${row.item_slug ? html`<a href="${href(place, `/mo-hinh/${row.item_slug}`)}">${row.name}</a>` : row.name}${row.post || row.unit ? html`<br /><span class="quiet">${[row.post, row.unit].filter(Boolean).join(", ")}</span>` : ""}
                    </th>
                    <td data-name="${t(told("form"))}">${row.form}</td>
                    <td data-name="${t(told("deed"))}">${row.deed}</td>
                  </tr>`,
              )}
            </tbody>`
    }</table></div>
${pager(place, { page, total, size: rowsOnPage, query: new URLSearchParams() })}
<p class="source">${t(told("unnamed"))} ${t(told("published", { unit: item.unit_name, day: dayOf(item.opened_at) }))}</p></article>`,
  };
}

/** A form, and what is known about the code that was asked for. `asked` without a certificate: nothing has this code. */
export function verifyPage(
  place: Place,
  { asked, certificate, item }: { asked: string | null; certificate: Certificate | null; item: string | null },
): Page {
  const t = reader(place.language);
  return {
    title: t(told("verify")),
    body: html`<h1>${t(told("verify"))}</h1>
      <p>${t(told("verifyLead"))}</p>
      <form class="find" action="${href(place, "/xac-minh")}">
        <p class="words">
          <label for="ma">${t(told("code"))}</label
          ><input
            id="ma"
            name="ma"
            maxlength="40"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            value="${asked ?? ""}"
          />
        </p>
        <p><button>${t(told("check"))}</button></p>
      </form>
      ${asked !== null && !certificate ? html`<p class="answer" role="status">${t(told("noCode"))}</p>` : ""}
      ${
        certificate
          ? html`<section class="answer" role="status">
              <h2>
                ${certificate.state === "valid" ? html`✓ ${t(told("valid"))}` : html`✕ ${t(told("wasRevoked", { day: certificate.revoked_on ? day(certificate.revoked_on) : "" }))}`}
              </h2>
              <dl class="facts" ${inVietnamese(place)}>
                <div>
                  <dt>${t(told("name"))}</dt>
                  <dd>${item ? html`<a href="${href(place, `/mo-hinh/${item}`)}">${certificate.title}</a>` : certificate.title}</dd>
                </div>
                <div>
                  <dt>${t(told("kind"))}</dt>
                  <dd>${kindName(place, certificate.kind)}</dd>
                </div>
                <div>
                  <dt>${t(told("unit"))}</dt>
                  <dd>${withPlace(certificate.unit_name, certificate.area_name)}</dd>
                </div>
                <div>
                  <dt>${t(told("recognisedAs"))}</dt>
                  <dd>${levelName(place, certificate.level)}, ${certificate.year}</dd>
                </div>
                <div>
                  <dt>${t(told("issuer"))}</dt>
                  <dd>${certificate.issuer ?? ""}</dd>
                </div>
                <div>
                  <dt>${t(told("number"))}</dt>
                  <dd>${t(told("decision", { number: certificate.decision_number, day: day(certificate.decided_on) }))}</dd>
                </div>
              </dl>
            </section>`
          : ""
      }`,
  };
}
