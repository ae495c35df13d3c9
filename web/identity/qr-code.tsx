import { create } from "qrcode";
import { useMemo } from "react";
import styles from "./identity.module.css";

/** A QR code as one path of an SVG: sharp in print, no image, nothing that the page's policy would refuse. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => draw(text), [text]);
  const quiet = 4;
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles["qr"]}
      viewBox={`${-quiet} ${-quiet} ${size + 2 * quiet} ${size + 2 * quiet}`}
      shapeRendering="crispEdges"
    >
      <rect x={-quiet} y={-quiet} width={size + 2 * quiet} height={size + 2 * quiet} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function draw(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const { size, data } = modules;
  let path = "";
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) if (data[row * size + column]) path += `M${column} ${row}h1v1h-1z`;
  return { size, path };
}
