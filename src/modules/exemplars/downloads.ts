import type { Module } from "../../platform/module.ts";
import { pictureDownloads } from "./pictures/downloads.ts";

const parts = [pictureDownloads];

/** Files of the parts of an exemplar, each under /files/exemplars/. */
export const exemplarDownloads: NonNullable<Module["downloads"]> = (...given) => parts.forEach((register) => register(...given));
