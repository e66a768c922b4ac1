import { describe, expect, it } from 'vitest';
import {
  foldHeader,
  headersRemembered,
  type Mapping,
  type MappingInput,
  mappingSchema,
  matchMapping,
  planOfMapping,
} from '@/lib/import/recognise';

const mapping = (m: MappingInput): Mapping => mappingSchema.parse(m);
const rows = (...lines: string[]) =>
  lines.map((l) => ({ cells: l.split('|').map((c) => (c === '' ? null : c)) }));

/** An invoice row is a sale, and once it is settled a payment. */
const invoices = mapping({
  name: 'Invoices',
  matches: ['invoice№', 'customer№', 'settleddate'],
  parts: [
    {
      kind: 'ledger',
      columns: {
        entry_id: { header: 'invoiceNumber' },
        date: { header: 'InvoiceDate' },
        customer_id: { header: 'customerID' },
        amount: { header: 'InvoiceAmount' },
        due_on: { header: 'DueDate' },
      },
      constants: { kind: 'sale' },
      dateOrder: 'mdy',
    },
    {
      kind: 'ledger',
      columns: {
        entry_id: { header: 'invoiceNumber' },
        settles: { header: 'invoiceNumber' },
        date: { header: 'SettledDate' },
        customer_id: { header: 'customerID' },
        amount: { header: 'InvoiceAmount' },
      },
      options: { entry_id: { suffix: '-P' } },
      constants: { kind: 'payment' },
      dateOrder: 'mdy',
      dropWhere: [{ header: 'SettledDate', values: [''] }],
    },
  ],
});

const header = [
  'invoiceNumber',
  'customerID',
  'InvoiceDate',
  'DueDate',
  'InvoiceAmount',
  'Disputed',
  'SettledDate',
];

describe('a saved mapping', () => {
  it('survives JSON', () => {
    expect(mappingSchema.parse(JSON.parse(JSON.stringify(invoices)))).toEqual(invoices);
  });

  it('refuses what it does not know', () => {
    expect(mappingSchema.safeParse({ ...invoices, colour: 'red' }).success).toBe(false);
    expect(mappingSchema.safeParse({ name: 'x', matches: [], parts: [] }).success).toBe(false);
  });

  it('is remembered by headers, in any order and among others; the fuller one wins', () => {
    const shorter = { ...invoices, name: 'shorter', matches: ['invoice№'] };
    expect(matchMapping([...header].reverse(), [shorter, invoices])?.name).toBe('Invoices');
    expect(matchMapping(['Invoice ID', 'x'], [shorter, invoices])?.name).toBe('shorter');
    expect(matchMapping(['x', 'y'], [shorter, invoices])).toBeNull();
  });

  it('knows the headers by which it should be remembered', () => {
    const remembered = headersRemembered(invoices.parts);
    expect(remembered).toEqual(
      ['DueDate', 'InvoiceAmount', 'InvoiceDate', 'SettledDate', 'customerID', 'invoiceNumber']
        .map((h) => foldHeader(h).stem)
        .sort(),
    );
  });

  it('of two parts gives two plans of the same file', () => {
    const plans = planOfMapping(invoices, header, rows('1|C1|1/2/2013|2/1/2013|55.94|No|'), 'a.csv');
    expect(plans).toHaveLength(2);
    const [sale, payment] = plans;
    expect(sale?.columns.find((c) => c.column === 'kind')?.sources).toEqual([
      { from: 'constant', value: 'sale' },
    ]);
    expect(payment?.columns.find((c) => c.column === 'entry_id')).toEqual({
      column: 'entry_id',
      sources: [{ from: 'header', index: 0, header: 'invoiceNumber' }],
      suffix: '-P',
    });
    expect(payment?.drops).toEqual([{ index: 6, header: 'SettledDate', values: [''] }]);
    expect(sale?.columns.filter((c) => c.dateOrder === 'mdy').map((c) => c.column)).toEqual([
      'date',
      'due_on',
    ]);
    expect(plans.map((p) => [p.missing, p.questions])).toEqual([
      [[], []],
      [[], []],
    ]);
    // What the payment alone reads is not unknown to the sale.
    expect(sale?.unknown.map((u) => u.header)).toEqual(['Disputed']);
  });

  it('multiplies, counts lines within a document, cuts fractions off keys, fills gaps', () => {
    const m = mapping({
      name: 'Retail',
      matches: ['invoice№'],
      parts: [
        {
          kind: 'ledger',
          columns: {
            entry_id: { header: 'InvoiceNo' },
            line_no: { generated: 'position' },
            date: { header: 'InvoiceDate' },
            customer_id: { header: 'CustomerID' },
            amount: { product: ['Quantity', 'UnitPrice'] },
            quantity: { header: 'Quantity' },
          },
          options: { customer_id: { asInteger: true, ifEmpty: '散客' } },
          constants: { kind: 'sale' },
        },
      ],
    });
    const [plan] = planOfMapping(
      m,
      ['InvoiceNo', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID'],
      [],
      'a.csv',
    );
    const by = Object.fromEntries(plan?.columns.map((c) => [c.column, c]) ?? []);
    expect(by.amount?.sources).toEqual([{ from: 'product', a: 1, b: 3 }]);
    expect(by.line_no?.sources).toEqual([{ from: 'position', within: [0] }]);
    expect(by.customer_id).toMatchObject({ asInteger: true, ifEmpty: '散客' });
  });

  it('counts rows within the file only when it is told so', () => {
    const plan = (within?: string[]) =>
      planOfMapping(
        mapping({
          name: 'x',
          matches: ['a'],
          parts: [
            {
              kind: 'ledger',
              columns: { entry_id: { generated: 'position', ...(within ? { within } : {}) } },
            },
          ],
        }),
        ['a'],
        [],
        'a.csv',
      )[0];
    expect(plan([])?.columns[0]?.sources).toEqual([{ from: 'position', within: [] }]);
    expect(() => plan()).toThrow('say within which columns');
  });

  it('names values and nulls as the file writes them', () => {
    const m = mapping({
      name: 'Pipeline',
      matches: ['deal stage'],
      parts: [
        {
          kind: 'opportunities',
          columns: { opportunity_id: { header: 'id' }, stage: { header: 'deal_stage' } },
          values: { stage: { Won: 'signed', Lost: 'lost', Prospecting: 'identified' } },
          nulls: ["'null", '?'],
        },
      ],
    });
    const [plan] = planOfMapping(m, ['id', 'deal_stage'], rows('1|WON', '2|?', '3|Engaging'), 'a.csv');
    expect(plan?.columns[1]?.values).toEqual({ won: 'signed', lost: 'lost', prospecting: 'identified' });
    expect(plan?.nulls).toEqual(["'null", '?']);
    expect(plan?.questions).toMatchObject([{ about: 'value', examples: ['Engaging'], blocking: false }]);
  });

  it('answers for a decimal comma, once it is asked', () => {
    const part = {
      kind: 'ledger',
      columns: { entry_id: { header: '订单号' }, amount: { header: '销售金额' } },
    };
    const plan = (p: object) =>
      planOfMapping(
        mapping({ name: 'x', matches: ['a'], parts: [{ ...part, ...p }] }),
        ['订单号', '销售金额'],
        rows('P1|1052,75元'),
        'a.csv',
      )[0];
    expect(plan({})?.questions.map((q) => q.about)).toEqual(['decimal_comma']);
    expect(plan({ decimalComma: true })?.questions).toEqual([]);
    expect(plan({ decimalComma: true })?.columns[1]?.decimalComma).toBe(true);
    expect(plan({ decimalComma: true })?.columns[0]?.decimalComma).toBeUndefined();
  });

  it('turns months into rows', () => {
    const m = mapping({
      name: 'Targets',
      matches: ['业务员'],
      parts: [
        {
          kind: 'targets',
          columns: { salesperson: { header: '业务员' } },
          unpivotMonths: { value: 'sales_amount', year: 2025 },
        },
      ],
    });
    const [plan] = planOfMapping(m, ['业务员', '1月(万元)', '2月(万元)', '备注'], [], '目标.xlsx');
    expect(plan?.unpivot).toMatchObject({
      monthColumn: 'month',
      valueColumn: 'sales_amount',
      year: { from: 'constant', year: 2025 },
    });
    expect(plan?.unpivot?.months.map((x) => x.index)).toEqual([1, 2]);
    expect(plan?.columns.map((c) => c.column).sort()).toEqual(['month', 'sales_amount', 'salesperson']);
    expect(plan?.columns.find((c) => c.column === 'sales_amount')?.scale).toBe(10_000);
    expect(plan?.missing).toEqual([]);
    expect(plan?.unknown.map((u) => u.header)).toEqual(['备注']);
  });

  it('resolves a customer by name where the file has no number', () => {
    const m = mapping({
      name: 'x',
      matches: ['a'],
      parts: [
        { kind: 'opportunities', columns: { stage: { header: 'stage' } }, names: { customer_id: 'account' } },
      ],
    });
    const [plan] = planOfMapping(m, ['stage', 'account'], [], 'a.csv');
    expect(plan?.names).toEqual([
      { column: 'customer_id', index: 1, header: 'account', kind: 'customers', nameColumn: 'name' },
    ]);
    expect(plan?.missing).toEqual(['opportunity_id']);
  });

  it('asks for a header that the file has lost', () => {
    const [plan] = planOfMapping(
      invoices,
      header.filter((h) => h !== 'InvoiceDate'),
      [],
      'a.csv',
    );
    expect(plan?.missing).toEqual(['date']);
    expect(plan?.questions).toMatchObject([{ about: 'header', header: 'InvoiceDate', blocking: true }]);
  });

  it('names kinds and columns that exist, or is a mistake of its author', () => {
    const wrong = (part: object) => () =>
      planOfMapping(mapping({ name: 'x', matches: ['a'], parts: [part as never] }), ['a'], [], 'a.csv');
    expect(wrong({ kind: 'nothing', columns: {} })).toThrow('nothing');
    expect(wrong({ kind: 'ledger', columns: { colour: { header: 'a' } } })).toThrow(
      'ledger has no column "colour"',
    );
    expect(wrong({ kind: 'ledger', columns: {}, names: { date: 'a' } })).toThrow(
      'ledger.date is no reference',
    );
  });
});
