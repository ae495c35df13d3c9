import { Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useText } from "../../shell/language.tsx";
import { say } from "./messages.ts";

/** A form over the page: the whole screen of a phone, so that the thumb finds the button at its end. */
export function Sheet({ title, onClose, children }: { title: string; onClose(): void; children: ReactNode }) {
  const t = useText();
  const phone = useMediaQuery("(max-width: 48em)", undefined, { getInitialValueInEffect: false });
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      fullScreen={phone ?? false}
      closeButtonProps={{ "aria-label": t(say("close")) }}
    >
      {children}
    </Modal>
  );
}
