import { useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Tag } from '@/app/_components/ui/Tag';
import { parameters } from '@/lib/rules/parameters';
import type { RuleCard, RuleCardParameter } from '@/lib/rules/texts';
import { documents } from '@/lib/rules/texts/sources';
import type { PolicyModel } from '../_model';
import { usePolicyWords } from './words';

/** Every rule with its sentence and the values in force, grouped by what it is about. */
export function RuleList({ model }: { model: PolicyModel }) {
  const t = useTranslations('policy');
  return model.families.map(({ letter, cards }) => (
    <section key={letter} aria-label={t(`families.${letter}`)}>
      <div className="section-head">
        <h2>
          {letter} {t(`families.${letter}`)}
        </h2>
      </div>
      {cards.map((card) => (
        <Rule key={card.id} card={card} model={model} />
      ))}
    </section>
  ));
}

/** What the numbers of documents in the sources stand for. */
export function Documents() {
  const t = useTranslations('policy');
  const words = usePolicyWords();
  return (
    <p className="px-edge py-3 text-note text-ink-3">
      {t('documents')}{' '}
      {Object.entries(documents).map(([number, name]) => (
        <span key={number} className="mr-3">
          {number} {words.document(name)}
        </span>
      ))}
    </p>
  );
}

function Rule({ card, model }: { card: RuleCard; model: PolicyModel }) {
  const words = usePolicyWords();
  return (
    <article id={card.id} className="rule-block" data-current={card.id === model.rule || undefined}>
      <header>
        <span className="text-ink-3">{card.id}</span>
        <h3>{words.told(card.title)}</h3>
        {card.source === '—' ? null : (
          <span className="text-note text-ink-3">{words.source(card.source)}</span>
        )}
      </header>
      <p>{words.told(card.sentence)}</p>
      {card.parameters.length > 0 ? (
        <div className="mt-1">
          {card.parameters.map((p) => (
            <Value key={p.name} p={p} current={model.detail?.name === p.name} />
          ))}
        </div>
      ) : null}
    </article>
  );
}

function Value({ p, current }: { p: RuleCardParameter; current: boolean }) {
  const t = useTranslations('policy');
  const words = usePolicyWords();
  return (
    <ParamLink
      className="parameter-row"
      data-current={current || undefined}
      set={{ row: p.name, parameter: null, rule: null }}
      replace
      aria-label={t('open', { name: words.told(p.label) })}
    >
      <span>
        {words.told(p.label)} <span className="quiet">{p.name}</span>
      </span>
      <b>
        {words.value(parameters[p.name], p.value)}{' '}
        <small className="quiet">{p.value === null ? '' : words.unit(p.unit)}</small>
      </b>
      <span className="quiet">{words.since(p.from)}</span>
      <span className="quiet">
        {p.assumed ? <Tag tone="full">{t('assumed')}</Tag> : null}
        {p.setBy ? <Tag>{t('setBy', { by: p.setBy })}</Tag> : null} {words.source(p.source)}
      </span>
    </ParamLink>
  );
}
