/** How many bytes draw each glyph of a bare CFF font, by glyph number: what an embedded subset really contains. */

interface Index {
  sizes: number[];
  /** Offset of each item, and of the end. */
  at: number[];
}

function indexAt(font: Buffer, start: number): Index {
  const count = font.readUInt16BE(start);
  if (count === 0) return { sizes: [], at: [start + 2] };
  const width = font.readUInt8(start + 2);
  const data = start + 3 + (count + 1) * width - 1;
  const at = Array.from(
    { length: count + 1 },
    (_, i) => data + font.readUIntBE(start + 3 + i * width, width),
  );
  return { at, sizes: at.slice(1).map((end, i) => end - (at[i] ?? 0)) };
}

/** The operand of an operator of a DICT: numbers come before what they belong to. */
function operand(dict: Buffer, operator: number): number {
  const stack: number[] = [];
  for (let i = 0; i < dict.length; ) {
    const b = dict.readUInt8(i);
    if (b <= 21) {
      if (b === operator) return stack.at(-1) ?? -1;
      stack.length = 0;
      i += b === 12 ? 2 : 1;
    } else if (b === 28) {
      stack.push(dict.readInt16BE(i + 1));
      i += 3;
    } else if (b === 29) {
      stack.push(dict.readInt32BE(i + 1));
      i += 5;
    } else if (b === 30) {
      i += 1;
      while ((dict.readUInt8(i) & 0x0f) !== 0x0f) i += 1;
      i += 1;
    } else if (b <= 246) {
      stack.push(b - 139);
      i += 1;
    } else {
      const next = dict.readUInt8(i + 1);
      stack.push(b <= 250 ? (b - 247) * 256 + next + 108 : -(b - 251) * 256 - next - 108);
      i += 2;
    }
  }
  return -1;
}

export function glyphSizes(font: Buffer): number[] {
  const names = indexAt(font, font.readUInt8(2));
  const tops = indexAt(font, names.at.at(-1) ?? 0);
  const top = font.subarray(tops.at[0], tops.at[1]);
  return indexAt(font, operand(top, 17)).sizes;
}
