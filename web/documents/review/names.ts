import type { Text } from "../../../src/kernel/language.ts";
import type { HeaderField, ItemKind, ItemState, TargetValue } from "../../../src/modules/documents/contract.ts";
import type { Tone } from "../../ui/badges.tsx";
import { say } from "./messages.ts";

export const kindText = {
  header: say("kindHeader"),
  citation: say("kindCitation"),
  target: say("kindTarget"),
  task: say("kindTask"),
  reporting: say("kindReporting"),
  event: say("kindEvent"),
} satisfies Record<ItemKind, Text>;

export const kinds = Object.keys(kindText) as ItemKind[];

export const stateText = {
  proposed: say("stateProposed"),
  accepted: say("stateAccepted"),
  corrected: say("stateCorrected"),
  added: say("stateAdded"),
  dropped: say("stateDropped"),
} satisfies Record<ItemState, Text>;

export const stateTone: Record<ItemState, Tone> = {
  proposed: "neutral",
  accepted: "good",
  corrected: "active",
  added: "active",
  dropped: "neutral",
};

export const fieldText = {
  docType: say("fieldDocType"),
  number: say("fieldNumber"),
  symbol: say("fieldSymbol"),
  date: say("fieldDate"),
  place: say("fieldPlace"),
  issuer: say("fieldIssuer"),
  issuerParent: say("fieldIssuerParent"),
  subject: say("fieldSubject"),
  signerRole: say("fieldSignerRole"),
  signerName: say("fieldSignerName"),
  recipients: say("fieldRecipients"),
} satisfies Record<HeaderField, Text>;

export const comparatorText = {
  ">=": say("cmpAtLeast"),
  ">": say("cmpMore"),
  "=": say("cmpEqual"),
  "<=": say("cmpAtMost"),
  "<": say("cmpLess"),
  range: say("cmpRange"),
  achieve: say("cmpAchieve"),
} satisfies Record<TargetValue["comparator"], Text>;

export const frequencyText = {
  none: say("freqNone"),
  once: say("freqOnce"),
  weekly: say("freqWeekly"),
  monthly: say("freqMonthly"),
  quarterly: say("freqQuarterly"),
  "half-yearly": say("freqHalf"),
  yearly: say("freqYearly"),
} satisfies Record<TargetValue["frequency"], Text>;
