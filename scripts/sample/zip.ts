/** An XLSX file is a zip that keeps when each part was written; the sample is to be the same file every day. */
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 2026-11-20 00:00 as MS-DOS keeps it: time, then (year − 1980, month, day). */
const TIME = 0;
const DATE = ((2026 - 1980) << 9) | (11 << 5) | 20;

/** The same archive with one time for all its parts, in both of the places where a zip says it. */
export function withFixedTimes(zip: Buffer): Buffer {
  const fixed = Buffer.from(zip);
  let end = fixed.length - 22;
  while (end >= 0 && fixed.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new Error('Not a zip archive.');
  let entry = fixed.readUInt32LE(end + 16);
  for (let left = fixed.readUInt16LE(end + 10); left > 0; left--) {
    if (fixed.readUInt32LE(entry) !== CENTRAL) throw new Error('The archive has a broken directory.');
    stamp(fixed, entry + 12);
    const local = fixed.readUInt32LE(entry + 42);
    if (fixed.readUInt32LE(local) !== LOCAL) throw new Error('The archive has a broken entry.');
    stamp(fixed, local + 10);
    entry +=
      46 + fixed.readUInt16LE(entry + 28) + fixed.readUInt16LE(entry + 30) + fixed.readUInt16LE(entry + 32);
  }
  return fixed;
}

function stamp(zip: Buffer, offset: number): void {
  zip.writeUInt16LE(TIME, offset);
  zip.writeUInt16LE(DATE, offset + 2);
}
