import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";

/** What the demo's photographs show. The program draws them itself: no picture of anybody's is in it, and no face is of a person. */
export type Scene = "road" | "lamps" | "bins" | "field" | "hall" | "meeting" | "children";

export const width = 1440;
export const height = 960;
const horizon = 380;

/** Where heads are, as shares of width and height: to be covered. */
export type Head = { x: number; y: number; width: number; height: number };

type Draw = { pen: SKRSContext2D; chance: () => number; heads: Head[] };

/** A drawing that is the same for the same seed, as a .jpg, and where its heads are. */
export function drawScene(scene: Scene, seed: number): { jpeg: Buffer; heads: Head[] } {
  const canvas = createCanvas(width, height);
  const draw: Draw = { pen: canvas.getContext("2d"), chance: chanceFrom(seed), heads: [] };
  scenes[scene](draw);
  grain(draw);
  return { jpeg: canvas.toBuffer("image/jpeg", 86), heads: draw.heads };
}

const scenes: Record<Scene, (draw: Draw) => void> = {
  road(draw) {
    outdoors(draw, "day");
    road(draw);
    for (const side of [-1, 1])
      for (let far = 0; far < 26; far += 1) {
        const near = far / 26;
        bush(draw, width / 2 + side * (90 + near * near * 640), horizon + 30 + near * near * 560, 8 + near * 46);
      }
  },
  lamps(draw) {
    outdoors(draw, "dusk");
    road(draw);
    for (let far = 1; far < 7; far += 1) {
      const near = (far / 6) ** 2;
      lamp(draw, width / 2 - 100 - near * 520, horizon + 40 + near * 430, 60 + near * 420);
    }
  },
  bins(draw) {
    outdoors(draw, "day");
    wall(draw);
    for (const [at, colour] of ["#3f8f4f", "#d9a21b", "#3a6ea8"].entries()) bin(draw, 420 + at * 230, 560, colour);
    for (let at = 0; at < 16; at += 1) bush(draw, draw.chance() * width, 860 + draw.chance() * 60, 26 + draw.chance() * 24);
  },
  field(draw) {
    outdoors(draw, "day");
    const { pen, chance } = draw;
    for (let row = 0; row < 13; row += 1) {
      const top = horizon + (row / 13) ** 1.7 * 580;
      pen.fillStyle = `hsl(${78 + chance() * 26}, ${44 + chance() * 14}%, ${38 + chance() * 14}%)`;
      pen.fillRect(0, top, width, 600);
    }
    pen.fillStyle = "#9cc3d4";
    quad(draw, [width * 0.62, horizon + 12], [width * 0.66, horizon + 12], [width * 0.52, height], [width * 0.16, height]);
    for (let at = 0; at < 7; at += 1) tree(draw, width * 0.7 + at * 62, horizon + 40 + at * 44, 60 + at * 22);
  },
  hall(draw) {
    outdoors(draw, "day");
    hall(draw);
    tree(draw, 210, 640, 210);
    tree(draw, 1250, 660, 240);
  },
  meeting(draw) {
    indoors(draw);
    people(draw, { rows: 2, each: 6, top: 430, size: 120 });
  },
  children(draw) {
    outdoors(draw, "day");
    hall(draw);
    people(draw, { rows: 1, each: 7, top: 640, size: 84 });
  },
};

/** Numbers that look like chance. */
function chanceFrom(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b1;
  return () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    state ^= state >>> 15;
    return (state >>> 0) / 2 ** 32;
  };
}

type Point = [x: number, y: number];

function quad({ pen }: Draw, ...[first, ...rest]: Point[]): void {
  pen.beginPath();
  if (first) pen.moveTo(...first);
  for (const point of rest) pen.lineTo(...point);
  pen.closePath();
  pen.fill();
}

function disc({ pen }: Draw, x: number, y: number, radius: number, squeezed = 1): void {
  pen.beginPath();
  pen.ellipse(x, y, radius, radius * squeezed, 0, 0, Math.PI * 2);
  pen.fill();
}

function outdoors(draw: Draw, time: "day" | "dusk"): void {
  const { pen, chance } = draw;
  const sky = pen.createLinearGradient(0, 0, 0, horizon + 40);
  const [top, low] = time === "day" ? [`hsl(${204 + chance() * 14}, 58%, 66%)`, "#eaf1ee"] : ["#27345f", "#d98b64"];
  sky.addColorStop(0, top);
  sky.addColorStop(1, low);
  pen.fillStyle = sky;
  pen.fillRect(0, 0, width, height);
  for (let ridge = 0; ridge < 3; ridge += 1) {
    pen.fillStyle = time === "day" ? `hsl(${150 - ridge * 18}, 24%, ${62 - ridge * 12}%)` : `hsl(248, 22%, ${34 - ridge * 8}%)`;
    pen.beginPath();
    pen.moveTo(0, height);
    const shift = chance() * 9;
    for (let x = 0; x <= width; x += 24)
      pen.lineTo(x, horizon - 110 + ridge * 46 + Math.sin(x / (170 - ridge * 30) + shift) * (44 - ridge * 10) + chance() * 5);
    pen.lineTo(width, height);
    pen.fill();
  }
  const ground = pen.createLinearGradient(0, horizon, 0, height);
  ground.addColorStop(0, time === "day" ? "#8fae6a" : "#3a3f45");
  ground.addColorStop(1, time === "day" ? "#5d7f41" : "#1f2429");
  pen.fillStyle = ground;
  pen.fillRect(0, horizon + 24, width, height);
}

function road(draw: Draw): void {
  draw.pen.fillStyle = "#a9a49b";
  quad(draw, [width / 2 - 30, horizon + 24], [width / 2 + 30, horizon + 24], [width / 2 + 520, height], [width / 2 - 520, height]);
  draw.pen.fillStyle = "#beb9b0";
  quad(draw, [width / 2 - 4, horizon + 24], [width / 2 + 4, horizon + 24], [width / 2 + 60, height], [width / 2 - 60, height]);
}

function bush(draw: Draw, x: number, y: number, size: number): void {
  const { pen, chance } = draw;
  for (let leaf = 0; leaf < 7; leaf += 1) {
    pen.fillStyle = `hsl(${98 + chance() * 30}, 40%, ${26 + chance() * 16}%)`;
    disc(draw, x + (chance() - 0.5) * size * 1.5, y - chance() * size * 0.8, size * (0.3 + chance() * 0.3));
  }
  for (let flower = 0; flower < 6; flower += 1) {
    pen.fillStyle = `hsl(${chance() < 0.5 ? 335 + chance() * 20 : 42 + chance() * 14}, 78%, ${58 + chance() * 14}%)`;
    disc(draw, x + (chance() - 0.5) * size * 1.6, y - chance() * size, Math.max(2, size * 0.11));
  }
}

function tree(draw: Draw, x: number, y: number, size: number): void {
  const { pen, chance } = draw;
  pen.fillStyle = "#6a5340";
  pen.fillRect(x - size * 0.05, y - size * 0.6, size * 0.1, size * 0.6);
  for (let leaf = 0; leaf < 26; leaf += 1) {
    pen.fillStyle = `hsl(${104 + chance() * 26}, 36%, ${24 + chance() * 18}%)`;
    disc(draw, x + (chance() - 0.5) * size * 0.8, y - size * (0.55 + chance() * 0.55), size * (0.1 + chance() * 0.12));
  }
}

function lamp(draw: Draw, x: number, foot: number, tall: number): void {
  const { pen } = draw;
  pen.fillStyle = "#5c6470";
  pen.fillRect(x - tall * 0.015, foot - tall, tall * 0.03, tall);
  pen.fillRect(x, foot - tall, tall * 0.22, tall * 0.025);
  const glow = pen.createRadialGradient(x + tall * 0.22, foot - tall + 4, 2, x + tall * 0.22, foot - tall + 4, tall * 0.55);
  glow.addColorStop(0, "rgba(255, 236, 178, 0.95)");
  glow.addColorStop(0.2, "rgba(255, 222, 140, 0.4)");
  glow.addColorStop(1, "rgba(255, 210, 120, 0)");
  pen.fillStyle = glow;
  disc(draw, x + tall * 0.22, foot - tall + 4, tall * 0.55);
}

function wall(draw: Draw): void {
  const { pen } = draw;
  pen.fillStyle = "#e6dcc3";
  pen.fillRect(0, 300, width, 330);
  pen.fillStyle = "#c8bb9b";
  pen.fillRect(0, 300, width, 18);
  pen.fillStyle = "#b9b2a3";
  pen.fillRect(0, 630, width, 330);
}

function bin(draw: Draw, x: number, y: number, colour: string): void {
  const { pen } = draw;
  pen.fillStyle = "rgba(0, 0, 0, 0.18)";
  disc(draw, x + 80, y + 268, 100, 0.16);
  pen.fillStyle = colour;
  quad(draw, [x, y], [x + 160, y], [x + 142, y + 260], [x + 18, y + 260]);
  pen.fillStyle = "rgba(0, 0, 0, 0.28)";
  pen.fillRect(x - 10, y - 26, 180, 30);
  pen.fillStyle = "rgba(255, 255, 255, 0.8)";
  pen.fillRect(x + 46, y + 92, 68, 46);
}

function hall(draw: Draw): void {
  const { pen } = draw;
  pen.fillStyle = "#efe3c4";
  pen.fillRect(390, 330, 660, 300);
  pen.fillStyle = "#a6432f";
  quad(draw, [340, 340], [1100, 340], [980, 220], [460, 220]);
  for (const x of [440, 590, 850, 990 - 30]) {
    pen.fillStyle = "#6f8a92";
    pen.fillRect(x, 410, 62, 110);
  }
  pen.fillStyle = "#6b4a33";
  pen.fillRect(690, 430, 100, 200);
  pen.fillStyle = "#c9beaa";
  quad(draw, [300, 630], [1140, 630], [1400, height], [40, height]);
}

function indoors(draw: Draw): void {
  const { pen } = draw;
  pen.fillStyle = "#e9e2d0";
  pen.fillRect(0, 0, width, 620);
  pen.fillStyle = "#8d4a3a";
  pen.fillRect(320, 90, 800, 90);
  pen.fillStyle = "#bcae97";
  pen.fillRect(0, 620, width, 340);
  for (const x of [90, 1190]) {
    pen.fillStyle = "#bcd6de";
    pen.fillRect(x, 200, 160, 230);
  }
}

/** Heads without features: hair, skin, shirts. Where they are is told, so that they can be covered. */
function people(draw: Draw, { rows, each, top, size }: { rows: number; each: number; top: number; size: number }): void {
  const { pen, chance } = draw;
  for (let row = 0; row < rows; row += 1)
    for (let at = 0; at < each; at += 1) {
      const big = size * (1 + row * 0.35);
      const x = ((at + 0.5 + (row % 2) * 0.3) * width) / (each + 0.3) + (chance() - 0.5) * 26;
      const y = top + row * size * 1.9 + (chance() - 0.5) * 18;
      pen.fillStyle = `hsl(${chance() * 360}, ${26 + chance() * 30}%, ${44 + chance() * 28}%)`;
      disc(draw, x, y + big * 1.25, big * 0.62, 1.15);
      pen.fillStyle = `hsl(${24 + chance() * 8}, 42%, ${60 + chance() * 10}%)`;
      disc(draw, x, y + big * 0.28, big * 0.3, 1.2);
      pen.fillStyle = chance() < 0.25 ? "#b9b4ad" : "#2b2320";
      disc(draw, x, y + big * 0.1, big * 0.33, 0.85);
      draw.heads.push(headAt(x, y + big * 0.22, big * 0.42));
    }
}

const within = (value: number): number => Math.min(1, Math.max(0, value));

function headAt(x: number, y: number, half: number): Head {
  const [left, up] = [within((x - half) / width), within((y - half) / height)];
  return { x: left, y: up, width: within((x + half) / width) - left, height: within((y + half) / height) - up };
}

/** Light and dark specks, as a photograph has them. */
function grain({ pen, chance }: Draw): void {
  for (let at = 0; at < 5000; at += 1) {
    pen.fillStyle = chance() < 0.5 ? "rgba(0, 0, 0, 0.05)" : "rgba(255, 255, 255, 0.06)";
    pen.fillRect(chance() * width, chance() * height, 2, 2);
  }
}
