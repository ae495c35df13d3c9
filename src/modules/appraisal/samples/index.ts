import type { Sample } from "../contract.ts";
import { exemplarSamples } from "./exemplars.ts";
import { friendlyGovernmentSample } from "./friendly-government.ts";
import { frontSamples } from "./fronts.ts";
import { grassrootsSamples } from "./grassroots.ts";

/** Starting sets to copy from. None is law anywhere: each says that it is a sample to edit. */
export const samples: readonly Sample[] = [...exemplarSamples, friendlyGovernmentSample, ...grassrootsSamples, ...frontSamples];
