import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freeLabel, labelOf, receiveFile, UploadError } from '@/lib/import/drop-files';
import { clearDrop, dropFile, newDrop, openDrops, readDrop, saveDrop } from '@/lib/import/drops';
import { headersRemembered, planOfMapping, planOfRecognition, recogniseKind } from '@/lib/import/recognise';
import { editPart, partOfPlan } from '@/lib/import/recognise/edit';

let dir: string;
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-drops-'));
});
afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

async function* bytes(...texts: string[]) {
  for (const text of texts) yield new TextEncoder().encode(text);
}

describe('the name of an uploaded file', () => {
  it('is its last part, without what would lead elsewhere or hide', () => {
    expect(labelOf('../../etc/客户台账.csv')).toBe('客户台账.csv');
    expect(labelOf('C:\\数据\\a.csv')).toBe('a.csv');
    expect(labelOf('a\u202Evsc.exe\u0000')).toBe('avsc.exe');
  });

  it('is refused where nothing is left of it, or it is longer than 200 signs', () => {
    for (const name of ['', '..', 'a/', `${'x'.repeat(201)}`])
      expect(() => labelOf(name)).toThrow(UploadError);
    expect(labelOf('x'.repeat(200))).toHaveLength(200);
  });

  it('is told apart from another of the same drop', () => {
    expect(freeLabel('a.csv', [])).toBe('a.csv');
    expect(freeLabel('a.csv', ['a.csv', 'a (2).csv'])).toBe('a (3).csv');
  });
});

describe('receiving a file', () => {
  it('keeps its bytes under a plain name inside the drop', async () => {
    const drop = newDrop(dir, 'local');
    const next = await receiveFile(dir, drop, '../台账.csv', bytes('a,b\n', '1,2\n'), {
      maxBytes: 8,
      declared: 8,
    });
    expect(next.files).toEqual([{ number: 1, name: '台账.csv', bytes: 8 }]);
    const [file] = next.files;
    const kept = dropFile(dir, next, file ?? { number: 0, name: '' });
    expect(path.relative(dir, kept).startsWith('..')).toBe(false);
    expect(fs.readFileSync(kept, 'utf8')).toBe('a,b\n1,2\n');
  });

  it('takes 8 bytes of at most 8, and refuses the 9th whether it was announced or not', async () => {
    const drop = newDrop(dir, 'local');
    for (const declared of [null, 9]) {
      const sent = receiveFile(dir, drop, 'a.csv', bytes('12345678', '9'), { maxBytes: 8, declared });
      await expect(sent).rejects.toMatchObject({ code: 'too_large' });
    }
    expect(readDrop(dir, drop.id)?.files).toEqual([]);
  });

  it('keeps nothing of a file that did not come whole', async () => {
    const drop = newDrop(dir, 'local');
    const sent = receiveFile(dir, drop, 'a.csv', bytes('123'), { maxBytes: 8, declared: 4 });
    await expect(sent).rejects.toMatchObject({ code: 'cut_off' });
    expect(readDrop(dir, drop.id)?.files).toEqual([]);
  });

  it('loses none of two that come side by side', async () => {
    const drop = newDrop(dir, 'local');
    await Promise.all(
      ['a.csv', 'a.csv'].map((n) => receiveFile(dir, drop, n, bytes(n), { maxBytes: 99, declared: null })),
    );
    const files = readDrop(dir, drop.id)?.files ?? [];
    expect(files.map((f) => f.name).sort()).toEqual(['a (2).csv', 'a.csv']);
    expect(new Set(files.map((f) => f.number)).size).toBe(2);
  });
});

describe('a drop that waits', () => {
  it('is found again, and is gone when it is cleared or after a week', async () => {
    const old = newDrop(dir, 'local', new Date('2026-11-01T00:00:00Z'));
    await receiveFile(dir, old, 'a.csv', bytes('a'), { maxBytes: 9, declared: null });
    newDrop(dir, 'local', new Date('2026-11-08T00:00:00Z'));
    expect(openDrops(dir).map((d) => d.id)).toEqual([old.id]);
    newDrop(dir, 'local', new Date('2026-11-08T00:00:01Z'));
    expect(readDrop(dir, old.id)).toBeNull();
    const other = newDrop(dir, 'local');
    saveDrop(dir, other);
    clearDrop(dir, other, true);
    expect(readDrop(dir, other.id)).toBeNull();
  });

  it('is not reached by a number that is a path', () => expect(readDrop(dir, '../../etc')).toBeNull());
});

describe('a recognised file edited by hand', () => {
  const header = ['商机编号', '客户编号', '阶段', '进展日期', '金额(万元)'];
  const sample = [{ cells: ['O1', 'C1', '等待领导拍板', '2026-03-05', '12'] }];

  it('reads as it was recognised, with only what the person changed', () => {
    const recognition = recogniseKind(header, sample, '商机.csv');
    const [plan] = planOfRecognition({ ...recognition, kind: 'opportunities' }, header);
    if (!plan) throw new Error('The file was not recognised.');
    const part = editPart(partOfPlan(plan, header), {
      columns: {
        stage_entered_on: { from: { header: '进展日期' }, dateOrder: 'ymd' },
        stage: { values: { 等待领导拍板: 'contact' } },
        grade: { from: { constant: 'A' } },
      },
      dropWhere: [{ header: '客户编号', values: [''] }],
    });
    const mapping = { name: 'm', matches: headersRemembered([part]), parts: [part] };
    const [edited] = planOfMapping(mapping, header, sample, '商机.csv');
    const column = (name: string) => edited?.columns.find((c) => c.column === name);
    expect(column('opportunity_id')?.sources).toEqual([{ from: 'header', index: 0, header: '商机编号' }]);
    expect(column('stage_entered_on')).toMatchObject({ dateOrder: 'ymd', sources: [{ index: 3 }] });
    expect(column('stage')?.values).toEqual({ 等待领导拍板: 'contact' });
    expect(column('grade')?.sources).toEqual([{ from: 'constant', value: 'A' }]);
    expect(edited?.drops).toEqual([{ index: 1, header: '客户编号', values: [''] }]);
    expect(edited?.missing).toEqual([]);
  });

  it('refuses a column that the kind has not', () => {
    const part = partOfPlan(
      planOfRecognition(
        { ...recogniseKind(header, sample, '商机.csv'), kind: 'opportunities' },
        header,
      )[0] as never,
      header,
    );
    expect(() => editPart(part, { columns: { nothing: { from: null } }, dropWhere: [] })).toThrow('nothing');
  });
});
