/**
 * Draws the extension's icon: an opening quotation mark with a check mark over it. Run `node media/icon.mjs` after
 * a change; the picture is committed. No dependency: distance functions, four by four samples a pixel, zlib.
 */
import { writeFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";

const SIZE = 256;
const SAMPLES = 4;

const mix = (a, b, t) => a.map((value, index) => value + (b[index] - value) * t);
const hex = (text) => [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16));

const INK_TOP = hex("#1d5a6e");
const INK_BOTTOM = hex("#0d2a3a");
const PAPER = hex("#f3efe4");
const TICK = hex("#ffb545");

/** Distance to a square with round corners, centred; negative inside. Units are fractions of the picture. */
function roundedSquare(x, y, half, radius) {
  const dx = Math.abs(x - 0.5) - half + radius;
  const dy = Math.abs(y - 0.5) - half + radius;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}

/** Distance to a line of round ends. */
function segment(x, y, [ax, ay], [bx, by], width) {
  const t = Math.min(
    1,
    Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)),
  );
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)) - width / 2;
}

/** One of the two marks of “: a ball with a tail that curls up and to the right. */
function comma(x, y, cx, cy, r) {
  const ball = Math.hypot(x - cx, y - cy) - r;
  const outer = Math.hypot(x - (cx + r * 0.95), y - cy) - r * 1.95;
  const inner = Math.hypot(x - (cx + r * 1.5), y - (cy + r * 0.42)) - r * 1.72;
  const tail = Math.max(outer, -inner, y - cy, x - (cx + r * 0.78));
  return Math.min(ball, tail);
}

function colourAt(x, y) {
  if (roundedSquare(x, y, 0.49, 0.2) > 0) return [0, 0, 0, 0];
  const tick = Math.min(
    segment(x, y, [0.4, 0.66], [0.55, 0.81], 0.1),
    segment(x, y, [0.55, 0.81], [0.83, 0.44], 0.1),
  );
  if (tick < 0) return [...TICK, 255];
  const ground = mix(INK_TOP, INK_BOTTOM, y);
  if (tick < 0.035) return [...ground, 255];
  const marks = Math.min(comma(x, y, 0.27, 0.46, 0.105), comma(x, y, 0.55, 0.46, 0.105));
  return [...(marks < 0 ? PAPER : ground), 255];
}

function pixel(column, row) {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const x = (column + ((i % SAMPLES) + 0.5) / SAMPLES) / SIZE;
    const y = (row + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) / SIZE;
    const [red, green, blue, alpha] = colourAt(x, y);
    sum[0] += red * alpha;
    sum[1] += green * alpha;
    sum[2] += blue * alpha;
    sum[3] += alpha;
  }
  const weight = sum[3] || 1;
  return [sum[0] / weight, sum[1] / weight, sum[2] / weight, sum[3] / SAMPLES ** 2].map(Math.round);
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function png() {
  const rows = Buffer.alloc(SIZE * (SIZE * 4 + 1));
  for (let row = 0; row < SIZE; row++) {
    for (let column = 0; column < SIZE; column++) {
      rows.set(pixel(column, row), row * (SIZE * 4 + 1) + 1 + column * 4);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

writeFileSync(new URL("icon.png", import.meta.url), png());
