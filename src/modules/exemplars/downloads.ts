import type { Module } from "../../platform/module.ts";
import { listDownloads } from "./figures/downloads.ts";
import { pictureDownloads } from "./pictures/downloads.ts";
import { recognitionDownloads } from "./recognition/downloads.ts";
import { registrationDownloads } from "./registration/downloads.ts";

const parts = [listDownloads, pictureDownloads, recognitionDownloads, registrationDownloads];

/** Files of the parts of an exemplar, each under /files/exemplars/. */
export const exemplarDownloads: NonNullable<Module["downloads"]> = (...given) => parts.forEach((register) => register(...given));
