import { decodePicture, drawn, jpegWithin, oneAtATime } from "../../../platform/pictures/index.ts";

/** Long side in pixels, size in bytes of what is kept. */
export const kept = { side: 1600, bytes: 400 * 1024, thumb: 320 } as const;
const fits = { sides: [kept.side, 1200, 800, 640], qualities: [82, 72, 62, 50], bytes: kept.bytes };

export type Shrunk = { picture: Buffer; thumb: Buffer };

/** A photograph as it is kept: upright, 1,600 pixels at most, JPEG of 400 kB at most, and drawn anew. */
export function shrinkPicture(bytes: Uint8Array): Promise<Shrunk> {
  return oneAtATime(async () => {
    const image = await decodePicture(bytes);
    return { picture: await jpegWithin(image, fits), thumb: await drawn(image, kept.thumb).encode("jpeg", 75) };
  });
}
