import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Report } from "../../src/modules/reports/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { showInstant } from "../ui/dates.ts";
import { KeyValue } from "../ui/key-value.tsx";
import { say } from "./messages.ts";
import styles from "./reports.module.css";
import { showValue, stateText } from "./words.ts";

/** Who prepared, signed and sent it, what it corrects or was corrected by, and what has changed since signature. */
export function Stands({ report }: { report: Report }) {
  const t = useText();
  const { signed, scan, sent, corrects, correctedBy } = report;
  const when = (at: string) => showInstant(at);
  return (
    <section className={styles["card"]} aria-labelledby="stands">
      <h2 id="stands">{t(say("stands"))}</h2>
      <KeyValue
        items={[
          [t(say("preparedBy")), report.preparedBy],
          [
            t(say("signedBy")),
            signed && (
              <div key="signed">
                {t(say(signed.how === "here" ? "signedHere" : "signedOnPaper", { by: signed.by, at: when(signed.at) }))}
                <div className={signed.intact ? styles["quiet"] : styles["warn"]}>{t(say(signed.intact ? "intact" : "notIntact"))}</div>
              </div>
            ),
          ],
          [
            t(say("scan")),
            scan && (
              <a key="scan" href={`/files/reports/${report.id}/scan`}>
                {t(say("downloadScan"))}
              </a>
            ),
          ],
          [t(say("sentAt")), sent && t(say("sentText", { by: sent.by, at: when(sent.at), to: sent.to }))],
          [
            t(say("corrects")),
            corrects && (
              <Link key="corrects" to="/reports/$reportId" params={{ reportId: corrects.id }}>
                {corrects.number ?? corrects.title}
              </Link>
            ),
          ],
          [
            t(say("correctedBy")),
            correctedBy.length === 0
              ? null
              : correctedBy.map(({ id, number, state }) => (
                  <div key={id}>
                    <Link to="/reports/$reportId" params={{ reportId: id }}>
                      {number ?? t(stateText(state))}
                    </Link>
                  </div>
                )),
          ],
        ]}
      />
      {signed && <Restated id={report.id} />}
    </section>
  );
}

function Restated({ id }: { id: string }) {
  const t = useText();
  const restated = useQuery(orpc.reports.restated.queryOptions({ input: { id } }));
  if (!restated.data || restated.data.length === 0) return null;
  return (
    <div className={styles["restated"]}>
      <h3>{t(say("restated"))}</h3>
      <p className={styles["quiet"]}>{t(say("restatedText"))}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(say("restatedFigure"))}</th>
            <th scope="col">{t(say("restatedSigned"))}</th>
            <th scope="col">{t(say("restatedNow"))}</th>
          </tr>
        </thead>
        <tbody>
          {restated.data.map(({ ref, title, signed, now }) => (
            <tr key={ref}>
              <th scope="row">{title}</th>
              <td>{showValue(signed)}</td>
              <td>{showValue(now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
