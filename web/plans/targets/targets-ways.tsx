import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { fold } from "../../../src/kernel/text.ts";
import type { TargetLink, TargetRow } from "../../../src/modules/plans/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { useMay } from "../../shell/session.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { showDone, showError } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import { clauseText } from "../words.ts";
import { LinkDialog } from "./targets-link.tsx";
import { say } from "./messages.ts";
import styles from "./targets.module.css";
import { linkText, scopeText } from "./words.ts";

/** What each target counts: seen by everybody, confirmed or changed by whoever prepares the plan. */
export function TargetsWays({ planId, targets, mayLink }: { planId: string; targets: TargetRow[]; mayLink: boolean }) {
  const t = useText();
  const [editing, setEditing] = useState<TargetRow | null>(null);
  // What waits for a look stands first.
  const sorted = mayLink ? targets.toSorted((a, b) => Number(a.link?.confirmed ?? false) - Number(b.link?.confirmed ?? false)) : targets;
  return (
    <div className={styles["waysPart"]}>
      <Section
        title={<span id="ways">{t(say("ways"))}</span>}
        note={mayLink ? t(say("waysNote")) : undefined}
        actions={mayLink && <MakeForm planId={planId} />}
      >
        <ul className={styles["ways"]}>
          {sorted.map((target) => (
            <Way key={target.itemId} planId={planId} target={target} mayLink={mayLink} onChange={() => setEditing(target)} />
          ))}
        </ul>
        {editing && <LinkDialog planId={planId} target={editing} onClose={() => setEditing(null)} />}
      </Section>
    </div>
  );
}

/** The plan's targets and its duty to report as a draft form. */
function MakeForm({ planId }: { planId: string }) {
  const t = useText();
  const may = useMay();
  const navigate = useNavigate();
  const client = useQueryClient();
  const make = useMutation(
    orpc.plans.makeForm.mutationOptions({
      onSuccess: async ({ formId, left }) => {
        await client.invalidateQueries({ queryKey: orpc.indicators.forms.key() });
        showDone(t(left.length > 0 ? say("formLeft", { count: left.length }) : say("formMade")));
        await navigate({ to: "/forms/$formId/edit", params: { formId } });
      },
      onError: (error) => showError(t, error),
    }),
  );
  if (!may("indicator:define")) return null;
  return (
    <Button size="xs" variant="default" loading={make.isPending} onClick={() => make.mutate({ id: planId })}>
      {t(say("makeForm"))}
    </Button>
  );
}

/** What the server takes of a link that it proposed. */
export const asInput = ({ source, measures, indicator, scope }: TargetLink) => ({
  source,
  measures: measures.map(({ name }) => name),
  indicatorId: indicator?.id ?? null,
  member: indicator?.member ?? "",
  scope,
});

/** "Đăng ký ít nhất 02 mô hình mới mỗi năm": a target that a round of registration carries out. */
const asksForModels = ({ text, metric }: TargetRow): boolean => /mo hinh|dien hinh|dan van kheo/.test(fold(`${text} ${metric}`));

function Way({ planId, target, mayLink, onChange }: { planId: string; target: TargetRow; mayLink: boolean; onChange(): void }) {
  const t = useText();
  const client = useQueryClient();
  const may = useMay();
  const { link, proposals } = target;
  const best = link ?? proposals[0] ?? null;
  const confirm = useMutation(
    orpc.plans.linkTarget.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: orpc.plans.targets.key() });
        showDone(t(say("confirmedNow")));
      },
      onError: (error) => showError(t, error),
    }),
  );
  return (
    <li>
      <div>
        <p>
          <span className={styles["small"]}>{t(clauseText(target.clause))}</span>
          {target.figure ?? target.metric}
        </p>
        <p className={styles["small"]}>
          {best
            ? best.source === "measures"
              ? `${linkText(best, t)}, ${t(scopeText[best.scope])}`
              : linkText(best, t)
            : t(say("notLinked"))}
        </p>
        {link?.confirmed ? (
          <StateBadge tone="good">
            {t(say("confirmed"))}: {link.confirmedBy}
          </StateBadge>
        ) : (
          best && <StateBadge tone="neutral">{t(say("proposed", { words: "" }))}</StateBadge>
        )}
      </div>
      {may("round:open") && asksForModels(target) && (
        <Link to="/exemplars/rounds/new" search={{ plan: planId, item: target.itemId }}>
          {t(say("makeRound"))}
        </Link>
      )}
      {mayLink && (
        <div className={styles["acts"]}>
          {best && !link?.confirmed && (
            <Button
              size="xs"
              variant="default"
              loading={confirm.isPending}
              onClick={() => confirm.mutate({ id: planId, itemId: target.itemId, version: 0, link: asInput(best) })}
            >
              {t(say("confirm"))}
            </Button>
          )}
          <Button size="xs" variant="subtle" color="gray" onClick={onChange}>
            {t(say("change"))}
          </Button>
        </div>
      )}
    </li>
  );
}
