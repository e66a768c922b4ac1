/**
 * GB18030 as the exports of older Chinese systems are written. Node decodes it but has no encoder; the table
 * is the decoder's own, read backwards over the two-byte range, which holds every character of the sample.
 */
let table: Map<string, number> | undefined;

function twoByteTable(): Map<string, number> {
  const decoder = new TextDecoder('gb18030');
  const map = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && char !== '�' && !map.has(char)) map.set(char, (lead << 8) | trail);
    }
  }
  return map;
}

export function encodeGb18030(text: string): Buffer {
  table ??= twoByteTable();
  const bytes: number[] = [];
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    if (point < 0x80) {
      bytes.push(point);
      continue;
    }
    const pair = table.get(char);
    if (pair === undefined) throw new Error(`The sample's GB18030 writer has no two bytes for "${char}".`);
    bytes.push(pair >> 8, pair & 0xff);
  }
  return Buffer.from(bytes);
}
