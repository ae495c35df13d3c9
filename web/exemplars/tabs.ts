import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import type { Text } from "../../src/kernel/language.ts";
import type { ExemplarDetail } from "../../src/modules/exemplars/contract.ts";
import { say } from "./messages.ts";
import { say as learning } from "./learning/messages.ts";
import { say as life } from "./life/messages.ts";
import { say as pictures } from "./pictures/messages.ts";
import { say as recognition } from "./recognition/messages.ts";
import type { TabProps } from "./tab-props.ts";

type Tab = {
  /** Stands in the address: `?tab=steps`. */
  key: string;
  title: Text;
  /** Loaded when it is first looked at. What it changes it tells by invalidating `orpc.exemplars.get`. */
  Panel: LazyExoticComponent<ComponentType<TabProps>>;
  /** Absent: always. */
  shown?(exemplar: ExemplarDetail): boolean;
};

/** The parts of an exemplar's page in their order; each part is one line. The first stands there without a name in the address. */
export const exemplarTabs: readonly [Tab, ...Tab[]] = [
  { key: "contents", title: say("tab.contents"), Panel: lazy(() => import("./contents-tab.tsx")) },
  {
    key: "steps",
    title: life("tab"),
    Panel: lazy(async () => ({ default: (await import("./life/steps-tab.tsx")).StepsTab })),
  },
  {
    key: "pictures",
    title: pictures("tab"),
    Panel: lazy(async () => ({ default: (await import("./pictures/pictures-tab.tsx")).PicturesTab })),
  },
  {
    key: "learning",
    title: learning("tab"),
    Panel: lazy(async () => ({ default: (await import("./learning/learning-tab.tsx")).LearningTab })),
  },
  {
    key: "recognition",
    title: recognition("tab"),
    Panel: lazy(async () => ({ default: (await import("./recognition/recognition-tab.tsx")).RecognitionTab })),
  },
];
