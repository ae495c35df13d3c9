import { Anchor } from "@mantine/core";

/** One tap to call; nothing when there is no number. */
export function PhoneLink({ phone }: { phone: string | null }) {
  return phone && <Anchor href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</Anchor>;
}

/** For a list of facts, where an empty value leaves its label out. */
export const phoneLink = (phone: string | null) => (phone === null ? null : <PhoneLink key="phone" phone={phone} />);
