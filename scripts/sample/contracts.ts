/** Sales contracts of those who buy, quality agreements of the large ones, maintenance contracts that end. */
import type { Customer } from './customers';
import { addDays, LAST_DAY } from './days';
import { products } from './products';
import { Random } from './random';
import { code, type Row } from './row';

export function makeContracts(customers: readonly Customer[]): Row[] {
  const random = new Random('contracts');
  const rows: Row[] = [];
  const add = (row: Row): Row => {
    row.contract_id = code('HT', rows.length + 1, 5);
    rows.push(row);
    return row;
  };
  for (const c of customers) {
    const admitted = c.row.admitted_on;
    if (!admitted) continue;
    let starts = admitted;
    let last: Row | undefined;
    while (starts <= LAST_DAY) {
      const signed = addDays(starts, -random.int(0, 6));
      const expires = addDays(`${Number(starts.slice(0, 4)) + 3}${starts.slice(4, 7)}-28`, 0);
      const row = add({
        customer_id: c.id,
        kind: 'sales',
        signed_on: signed,
        starts_on: starts,
        expires_on: expires,
      });
      if (last) last.renewed_by = row.contract_id;
      last = row;
      starts = addDays(expires, 1);
    }
    if (c.row.tier === 'vip' && random.chance(0.7)) {
      add({
        customer_id: c.id,
        kind: 'quality',
        signed_on: admitted,
        starts_on: admitted,
        expires_on: '2027-12-31',
      });
    }
    if (c.monthly > 22_000 && random.chance(0.55)) maintenance(random, c, add);
  }
  return rows;
}

/** A year of maintenance at a time; what ends around the last day is renewed, noticed or neither. */
function maintenance(random: Random, c: Customer, add: (row: Row) => Row): void {
  const product = random.pick(products.slice(0, 6));
  const amount = `${random.int(8, 60) * 500}.00`;
  let starts = addDays('2024-10-01', random.int(0, 420));
  let last: Row | undefined;
  for (;;) {
    const expires = addDays(starts, 364);
    const row = add({
      customer_id: c.id,
      kind: 'maintenance',
      product: product.name,
      amount,
      signed_on: addDays(starts, -random.int(2, 15)),
      starts_on: starts,
      expires_on: expires,
      notice_sent_on:
        expires < addDays(LAST_DAY, 25) && random.chance(0.7)
          ? addDays(expires, -random.int(20, 40))
          : undefined,
    });
    if (last) last.renewed_by = row.contract_id;
    last = row;
    starts = addDays(expires, 1);
    if (starts > LAST_DAY || !random.chance(0.78)) return;
  }
}
