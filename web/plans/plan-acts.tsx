import { Button, Group, Menu, Modal, Stack, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Plan } from "../../src/modules/plans/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { ActButton } from "../ui/act-button.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { Icon } from "../ui/icon.tsx";
import { AdjustmentForm } from "./adjustment-form.tsx";
import { ChildWays } from "./child/child-ways.tsx";
import { say } from "./messages.ts";
import styles from "./plans.module.css";

type Opened = "amend" | "close" | "adjust" | "child" | null;

/** The acts that the server would not refuse now: the one most likely wanted as a button, the rest in a menu. */
export function PlanActs({ plan }: { plan: Plan }) {
  const t = useText();
  const [opened, setOpened] = useState<Opened>(null);
  const can = new Set(plan.acts);
  const shut = () => setOpened(null);
  const more = [
    can.has("amend") && (
      <Menu.Item key="amend" onClick={() => setOpened("amend")}>
        {t(say("amend"))}
      </Menu.Item>
    ),
    can.has("close") && (
      <Menu.Item key="close" onClick={() => setOpened("close")}>
        {t(say("close"))}
      </Menu.Item>
    ),
  ].filter(Boolean);
  return (
    <>
      {(can.has("edit") || can.has("issue") || can.has("reopen")) && (
        <Link to="/plans/$planId/prepare" params={{ planId: plan.id }} className={styles["mainLink"]}>
          {t(say("goOn"))}
        </Link>
      )}
      {plan.ourPlans.map(({ planId }) => (
        <Link key={planId} to="/plans/$planId/child" params={{ planId }} className={styles["mainLink"]}>
          {t(say("openChild"))}
        </Link>
      ))}
      {can.has("make-child") && plan.ourPlans.length < plan.ours.length && (
        <Button onClick={() => setOpened("child")}>{t(say("makeChild"))}</Button>
      )}
      {can.has("adjust") && (
        <Button variant="default" onClick={() => setOpened("adjust")}>
          {t(say("requestAdjustment"))}
        </Button>
      )}
      {plan.parent && plan.standing === "own" && (
        <Link to="/plans/$planId/child" params={{ planId: plan.id }} className={styles["sideLink"]}>
          {t(say("openChild"))}
        </Link>
      )}
      {more.length > 0 && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" rightSection={<Icon name="chevronDown" size={16} />}>
              {t(say("moreActs"))}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>{more}</Menu.Dropdown>
        </Menu>
      )}
      {opened === "amend" && <AmendDialog plan={plan} onClose={shut} />}
      {opened === "close" && <CloseDialog plan={plan} onClose={shut} />}
      <Modal
        opened={opened === "adjust"}
        onClose={shut}
        title={t(say("requestAdjustment"))}
        size="lg"
        closeButtonProps={{ "aria-label": t(say("closeWindow")) }}
      >
        <AdjustmentForm plan={plan} onDone={shut} />
      </Modal>
      <Modal
        opened={opened === "child"}
        onClose={shut}
        title={t(say("childWays"))}
        size="lg"
        closeButtonProps={{ "aria-label": t(say("closeWindow")) }}
      >
        <ChildWays plan={plan} />
      </Modal>
    </>
  );
}

function AmendDialog({ plan, onClose }: { plan: Plan; onClose(): void }) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [reason, setReason] = useState("");
  const amend = useMutation(
    orpc.plans.amend.mutationOptions({
      onSuccess: async ({ id }) => {
        await client.invalidateQueries({ queryKey: orpc.plans.key() });
        await navigate({ to: "/plans/$planId/prepare", params: { planId: id } });
      },
    }),
  );
  return (
    <ReasonDialog
      title={t(say("amendQuestion"))}
      text={t(say("amendText"))}
      label={t(say("amendReason"))}
      confirm={t(say("amendDo"))}
      reason={reason}
      setReason={setReason}
      busy={amend.isPending}
      error={amend.error}
      onClose={onClose}
      onConfirm={() => amend.mutate({ id: plan.id, reason })}
    />
  );
}

function CloseDialog({ plan, onClose }: { plan: Plan; onClose(): void }) {
  const t = useText();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const close = useMutation(
    orpc.plans.close.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: orpc.plans.key() });
        onClose();
      },
    }),
  );
  return (
    <ReasonDialog
      title={t(say("closeQuestion"))}
      text={t(say("closeText"))}
      label={t(say("closeReason"))}
      confirm={t(say("close"))}
      reason={reason}
      setReason={setReason}
      busy={close.isPending}
      error={close.error}
      onClose={onClose}
      onConfirm={() => close.mutate({ id: plan.id, version: plan.version, reason })}
    />
  );
}

type ReasonProps = {
  title: string;
  text: string;
  label: string;
  confirm: string;
  reason: string;
  setReason(reason: string): void;
  busy: boolean;
  error: unknown;
  onClose(): void;
  onConfirm(): void;
};

function ReasonDialog({ title, text, label, confirm, reason, setReason, busy, error, onClose, onConfirm }: ReasonProps) {
  const t = useText();
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": t(say("closeWindow")) }}>
      <Stack>
        <div>{text}</div>
        <Textarea
          label={label}
          required
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <ErrorNote error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t(say("cancel"))}
          </Button>
          <ActButton loading={busy} missing={[reason.trim() === "" && label]} onClick={onConfirm}>
            {confirm}
          </ActButton>
        </Group>
      </Stack>
    </Modal>
  );
}
