import { Button, Modal } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Plan, PlanItem } from "../../../src/modules/plans/contract.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { ItemCard } from "../item-card.tsx";
import { say as sayPlan } from "../messages.ts";
import styles from "../plans.module.css";
import { kindsText } from "../words.ts";
import { ItemForm } from "./item-form.tsx";
import { say } from "./messages.ts";

const kinds: PlanItem["kind"][] = ["target", "task", "report"];

/** Step 2: what the plan asks for. Each item can be changed, taken out, or written anew. */
export function ItemsStep({ plan, onDone }: { plan: Plan; onDone(): void }) {
  const t = useText();
  const client = useQueryClient();
  const [edited, setEdited] = useState<PlanItem | "new" | null>(null);
  const shut = () => setEdited(null);
  const remove = async (item: PlanItem) => {
    await api.plans.removeItem({ id: plan.id, itemId: item.id, version: item.version });
    await client.invalidateQueries({ queryKey: orpc.plans.key() });
  };
  return (
    <>
      <p className={styles["note"]}>{t(say("itemsNote"))}</p>
      {plan.items.length === 0 && <EmptyState title={t(sayPlan("emptyPlan"))}>{t(sayPlan("emptyPlanText"))}</EmptyState>}
      {kinds.map((kind) => {
        const items = plan.items.filter((item) => item.kind === kind);
        return items.length === 0 ? null : (
          <Section key={kind} title={`${t(kindsText[kind])} (${items.length})`}>
            <div className={styles["items"]}>
              {items.map((item) => (
                <ItemCard
                  key={item.id}
                  item={item}
                  actions={
                    <>
                      <Button
                        size="compact-sm"
                        variant="default"
                        leftSection={<Icon name="pencil" size={14} />}
                        onClick={() => setEdited(item)}
                      >
                        {t(say("editItem"))}
                      </Button>
                      <ConfirmButton
                        size="compact-sm"
                        question={t(say("removeQuestion"))}
                        consequence={item.text}
                        confirm={t(say("removeItem"))}
                        onConfirm={() => remove(item)}
                      >
                        {t(say("removeItem"))}
                      </ConfirmButton>
                    </>
                  }
                />
              ))}
            </div>
          </Section>
        );
      })}
      <div className={styles["buttons"]}>
        <Button onClick={onDone}>{t(say("next"))}</Button>
        <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => setEdited("new")}>
          {t(say("addItem"))}
        </Button>
      </div>
      <Modal
        opened={edited !== null}
        onClose={shut}
        size="xl"
        title={edited === "new" ? t(say("itemTitleNew")) : t(say("itemTitle"))}
        closeButtonProps={{ "aria-label": t(say("close")) }}
      >
        {edited !== null && (
          <ItemForm key={edited === "new" ? "new" : edited.id} planId={plan.id} item={edited === "new" ? null : edited} onDone={shut} />
        )}
      </Modal>
    </>
  );
}
