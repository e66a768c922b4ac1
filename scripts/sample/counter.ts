/** The shop counter of the company: receipts written by hand, equipment put up at home, cards of the shops. */
import type { Customer } from './customers';
import { addDays, addWorkingDays, LAST_DAY, workingDays, workingFrom } from './days';
import { NameBook } from './names';
import { products } from './products';
import { Random } from './random';
import { code, type Row } from './row';

/** Home installations with their receipts; a household pays 2,300 yuan and its material (D-03). */
export function makeInstallations(): { installations: Row[]; receipts: Row[] } {
  const random = new Random('installations');
  const names = new NameBook(random);
  const installations: Row[] = [];
  const paidSheets: { sheet: Row; receipt: Row }[] = [];
  for (const day of workingDays('2026-03-02', LAST_DAY)) {
    if (!random.chance(0.34)) continue;
    for (let n = 1; n <= random.int(1, 2); n++) {
      const payer = names.person();
      const address = names.address(random.pick(['上海', '苏州', '杭州', '广州']));
      const household = random.chance(0.88);
      const material = random.int(2, 30) * 10;
      const paid = addWorkingDays(day, random.int(0, 4));
      const sheet = `${day.replaceAll('-', '')}${String(n).padStart(3, '0')}`;
      const row: Row = {
        sheet_no: sheet,
        customer_name: payer,
        address,
        household: household ? 'yes' : 'no',
        applied_on: day,
        material_fee: `${material}.00`,
        has_application: 'yes',
        has_identity_copy: random.chance(0.96) ? 'yes' : 'no',
        has_contract: random.chance(0.95) ? 'yes' : 'no',
      };
      installations.push(row);
      if (paid > LAST_DAY) continue;
      row.paid_on = paid;
      const amount = (household ? 2300 : 5200) + material - (paidSheets.length === 30 ? 100 : 0);
      paidSheets.push({
        sheet: row,
        receipt: { date: paid, payer, address, amount: `${amount}.00`, sheet_no: sheet },
      });
      let at = paid;
      for (const column of ['verified_on', 'hung_on', 'accepted_on', 'activated_on', 'archived_on']) {
        at = addWorkingDays(at, random.int(1, 6));
        if (at > LAST_DAY) break;
        row[column] = at;
      }
      if (row.activated_on) row.has_safety_agreement = random.chance(0.95) ? 'yes' : 'no';
    }
  }
  return { installations, receipts: numbered(paidSheets) };
}

/** Receipt numbers follow the dates, on the receipt and on its sheet; two numbers are left out, one is refunded. */
function numbered(paid: { sheet: Row; receipt: Row }[]): Row[] {
  const sorted = paid.toSorted((a, b) =>
    (a.receipt.date ?? '') < (b.receipt.date ?? '')
      ? -1
      : (a.receipt.date ?? '') > (b.receipt.date ?? '')
        ? 1
        : 0,
  );
  return sorted.map(({ sheet, receipt }, i) => {
    receipt.receipt_no = code('SJ', i + 1 + (i >= 58 ? 2 : 0), 5);
    sheet.receipt_no = receipt.receipt_no;
    if (i === 40) receipt.refunded_on = addDays(receipt.date ?? '', 12);
    return receipt;
  });
}

const shelf = products.slice(-4).map((p) => p.name);

/** Stock cards of the shops, a visit a month; three of them do not add up (K-03). */
export function makeCards(customers: readonly Customer[]): Row[] {
  const random = new Random('cards');
  const rows: Row[] = [];
  customers
    .filter((c) => c.kind === 'retail')
    .forEach((c, i) => {
      for (const product of shelf.filter(() => random.chance(0.7))) {
        let stock = random.int(2, 20);
        for (const month of ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11']) {
          const purchased = random.int(0, 12);
          const sold = random.int(0, Math.min(10, stock + purchased));
          const closing = stock + purchased - sold + (rows.length % 97 === 41 ? 2 : 0);
          rows.push({
            customer_id: c.id,
            date: workingFrom(addDays(`${month}-03`, i % 12)),
            product,
            route: `${c.region.name}${(i % 3) + 1}线`,
            visit_weeks: i % 2 ? '双周' : '单周',
            trade_class: random.pick(['连锁药店', '护理用品店', '单体药店']),
            opening: String(stock),
            purchased: String(purchased),
            sold: String(sold),
            closing: String(closing),
          });
          stock = closing;
        }
      }
    });
  return rows;
}
