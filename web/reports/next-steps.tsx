import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Preview, Report } from "../../src/modules/reports/contract.ts";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { ConfirmButton } from "../ui/confirm-button.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { showDone } from "../ui/notices.ts";
import { CorrectForm, NumberForm, PaperForm, ReopenForm, ScanForm, SendForm, TemplateForm } from "./act-forms.tsx";
import { say } from "./messages.ts";
import styles from "./reports.module.css";
import { useTakeReport } from "./use-report.ts";

type Act = "reopen" | "signPaper" | "number" | "scan" | "send" | "correct" | "template";

/** What this person may do with the report now: one thing stands out, the rest beside it. */
export function NextSteps({ report, preview }: { report: Report; preview: Preview }) {
  const t = useText();
  const may = useMay();
  const take = useTakeReport(report.id);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [opened, setOpened] = useState<Act | null>(null);
  const { can, id, version } = report;
  const ready = useMutation({ mutationFn: () => api.reports.ready({ id, version }), onSuccess: take });
  const done = (changed: Report) => {
    setOpened(null);
    take(changed);
  };
  const forms = { report, onDone: done, onCancel: () => setOpened(null) };
  if (opened) {
    return (
      <section className={styles["card"]} aria-labelledby="next">
        <h2 id="next">{t(say(actTitle(opened, report)))}</h2>
        {opened === "reopen" && <ReopenForm {...forms} />}
        {opened === "signPaper" && <PaperForm {...forms} />}
        {opened === "number" && <NumberForm {...forms} />}
        {opened === "scan" && <ScanForm {...forms} />}
        {opened === "send" && <SendForm {...forms} />}
        {opened === "correct" && <CorrectForm {...forms} />}
        {opened === "template" && (
          <TemplateForm
            report={report}
            onCancel={() => setOpened(null)}
            onDone={() => {
              setOpened(null);
              showDone(t(say("templateSaved")));
            }}
          />
        )}
      </section>
    );
  }
  const missing = preview.missing.length;
  const nothing = !Object.values(can).some(Boolean);
  return (
    <section className={styles["card"]} aria-labelledby="next">
      <h2 id="next">{t(say("next"))}</h2>
      <div className={styles["acts"]}>
        {can.ready && (
          <>
            <Button loading={ready.isPending} onClick={() => ready.mutate()}>
              {t(say("ready"))}
            </Button>
            <p className={styles["quiet"]}>{t(say("readyText"))}</p>
          </>
        )}
        {can.sign && (
          <ConfirmButton
            variant="filled"
            question={t(say("signQuestion"))}
            consequence={
              <>
                <p>{t(say("signText"))}</p>
                {missing > 0 && <p className={styles["warn"]}>{t(say("signMissing", { count: missing }))}</p>}
              </>
            }
            confirm={t(say("sign"))}
            onConfirm={async () => take(await api.reports.sign({ id, version }))}
          >
            {t(say("sign"))}
          </ConfirmButton>
        )}
        {can.number && !can.send && <Button onClick={() => setOpened("number")}>{t(say("number"))}</Button>}
        {can.send && <Button onClick={() => setOpened("send")}>{t(say("send"))}</Button>}
        {can.number && can.send && (
          <Button variant="default" onClick={() => setOpened("number")}>
            {t(say("numberMend"))}
          </Button>
        )}
        {can.signOnPaper && (
          <Button variant="default" onClick={() => setOpened("signPaper")}>
            {t(say("signPaper"))}
          </Button>
        )}
        {can.attachScan && (
          <Button variant="default" onClick={() => setOpened("scan")}>
            {t(say("attachScan"))}
          </Button>
        )}
        {can.reopen && (
          <Button variant="default" onClick={() => setOpened("reopen")}>
            {t(say(can.sign ? "returnIt" : "reopen"))}
          </Button>
        )}
        {can.correct && (
          <Button variant="default" onClick={() => setOpened("correct")}>
            {t(say("correct"))}
          </Button>
        )}
        {may("report:draft") && (
          <Button variant="default" onClick={() => setOpened("template")}>
            {t(say("template"))}
          </Button>
        )}
        {can.discard && (
          <ConfirmButton
            question={t(say("discardQuestion"))}
            consequence={t(say("discardText"))}
            confirm={t(say("discard"))}
            onConfirm={async () => {
              await api.reports.discard({ id, version });
              await navigate({ to: "/reports" });
              await client.invalidateQueries({ queryKey: orpc.reports.list.key() });
            }}
          >
            {t(say("discard"))}
          </ConfirmButton>
        )}
        {nothing && <p className={styles["quiet"]}>{t(say(waitsFor(report)))}</p>}
        <ErrorNote error={ready.error} />
      </div>
    </section>
  );
}

const actTitle = (act: Act, { can }: Report) => {
  if (act === "reopen") return can.sign ? "returnIt" : "reopen";
  return act === "scan" ? "attachScan" : act;
};

const waitsFor = ({ state }: Report) => (state === "ready" ? "waitSigner" : state === "signed" ? "waitClerk" : "onlyRead");
