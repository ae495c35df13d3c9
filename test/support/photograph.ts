import { createCanvas } from "@napi-rs/canvas";

/** What a telephone writes into a picture, to be found again: the device's name and a place. */
export const traces = { device: "KheoPhone 12", latitude: "GPSLATITUDE" } as const;

/** A scene with light and dark parts; `seed` makes another one. */
export function scene(width: number, height: number, seed = 1) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  const sky = context.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, "#bfe3ff");
  sky.addColorStop(1, "#3c6e3a");
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  let state = seed * 7919;
  const next = () => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff;
  for (let at = 0; at < 24; at++) {
    context.fillStyle = `hsl(${Math.floor(next() * 360)} 60% ${Math.floor(15 + next() * 70)}%)`;
    context.beginPath();
    context.arc(next() * width, next() * height, (0.04 + next() * 0.14) * width, 0, 7);
    context.fill();
  }
  return canvas;
}

/** A photograph as a telephone gives it: JPEG with EXIF (device, place, turned by 90° when `turned`). */
export function photograph({ width = 640, height = 480, seed = 1, turned = false, quality = 88 } = {}): Buffer {
  return withExif(scene(width, height, seed).toBuffer("image/jpeg", quality), turned ? 6 : 1);
}

export const photoFile = (name = "IMG_0001.jpg", options: Parameters<typeof photograph>[0] = {}): File =>
  new File([new Uint8Array(photograph(options))], name, { type: "image/jpeg" });

/** Puts an APP1 segment behind the start of a JPEG: IFD0 with orientation, device and a GPS IFD holding a latitude. */
function withExif(jpeg: Buffer, orientation: number): Buffer {
  const device = Buffer.from(`${traces.device}\0`, "latin1");
  const place = Buffer.from(`${traces.latitude}\0`, "latin1");
  const entries = 3;
  const deviceAt = 8 + 2 + entries * 12 + 4;
  const gpsAt = deviceAt + device.length;
  const placeAt = gpsAt + 2 + 12 + 4;
  const tiff = Buffer.alloc(placeAt + place.length);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(entries, 8);
  const entry = (at: number, [tag, type, count, value]: readonly [number, number, number, number]) => {
    tiff.writeUInt16BE(tag, at);
    tiff.writeUInt16BE(type, at + 2);
    tiff.writeUInt32BE(count, at + 4);
    if (type === 3) tiff.writeUInt16BE(value, at + 8);
    else tiff.writeUInt32BE(value, at + 8);
  };
  entry(10, [0x010f, 2, device.length, deviceAt]);
  entry(22, [0x0112, 3, 1, orientation]);
  entry(34, [0x8825, 4, 1, gpsAt]);
  device.copy(tiff, deviceAt);
  tiff.writeUInt16BE(1, gpsAt);
  // The datum's name is a place where text may stand; the test looks for it, not for a number.
  entry(gpsAt + 2, [0x0012, 2, place.length, placeAt]);
  place.copy(tiff, placeAt);
  const head = Buffer.alloc(10);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(8 + tiff.length, 2);
  head.write("Exif\0\0", 4, "latin1");
  return Buffer.concat([jpeg.subarray(0, 2), head, tiff, jpeg.subarray(2)]);
}
