/**
 * What the PDF library calls and Node 20 does not have yet. Imported before the library, in the readers' thread only.
 */

interface Transferable extends ArrayBuffer {
  transferToFixedLength?: (length?: number) => ArrayBuffer;
}

const buffers = ArrayBuffer.prototype as Transferable;
buffers.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
  const copy = new ArrayBuffer(length);
  new Uint8Array(copy).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
  return copy;
};

export {};
