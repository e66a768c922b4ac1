import { useTranslations } from 'next-intl';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { pay } from '@/lib/format';
import type { StatementModel } from '../_model';
import { Formula } from './Formula';
import { Lines } from './Lines';
import { Rows } from './Rows';
import './statement.css';

/** The statement itself: on screen, on a phone and on paper the same. */
export function Statement({ model, printed }: { model: StatementModel; printed: string }) {
  const t = useTranslations('bonuses.statement');
  const { items, period } = model;
  return (
    <article className="statement">
      <p className="statement-kind print-only">{t('kind', { period })}</p>
      <div className="statement-sheet">
        <Formula model={model} />
        <Rows model={model} />
        <Lines groups={model.groups} />
      </div>
      {items.length > 0 ? (
        <section className="statement-items">
          <h2>
            {t('items')} <span>{t('itemsNote')}</span> <RuleRef id="B-10" />
          </h2>
          <dl>
            {items.map((item) => (
              <div key={item.item_id}>
                <dt>
                  {item.regulation} <span>{item.note}</span>
                </dt>
                <dd>{pay(item.amount)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      <div className="print-only">
        <ul className="signatures">
          {(['technician', 'hr', 'date'] as const).map((who) => (
            <li key={who}>{t(`sign.${who}`)}</li>
          ))}
        </ul>
        <p className="statement-foot">
          <span>{t('foot', { payer: t(model.payer) })} B-10</span>
          <span>{printed}</span>
        </p>
      </div>
    </article>
  );
}
