import { useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Aside } from '@/app/_components/page/Page';
import { useCodes } from '@/app/_components/table/ReportTable';
import { ButtonLink } from '@/app/_components/ui/Button';
import { ClientMessages } from '@/app/_i18n/ClientMessages';
import { href } from '@/app/_lib/url';
import { number, rate } from '@/lib/format';
import { KeepForm } from '../../what-if/_parts/KeepForm';
import type { SolvedModel, SolveModel } from '../_model';

/** An address bears so many moves; more are taken over by keeping them. */
const MOST_MOVES = 150;

/** The best choice and the next best ones, what they do otherwise, and taking one over into the what-if. */
export function Choices({ model, solved }: { model: SolveModel; solved: SolvedModel }) {
  const t = useTranslations('solve.choices');
  const codes = useCodes();
  const { choices, choice, differences, moves } = solved;
  const unit = t(`unit.${model.params.goal}`);
  return (
    <Aside label={t('label')} width={300}>
      <div className="px-4 py-2.5 text-table">
        <h2 className="text-[13px]">{t('title')}</h2>
        <p className="text-ink-3 text-note">{t('note')}</p>
        <ul className="my-2">
          {choices.map((c) => (
            <li key={c.alternative} className="border-line border-b py-1 last:border-b-0">
              <p>
                <ParamLink
                  set={{ alternative: c.alternative === 0 ? null : String(c.alternative) }}
                  aria-current={c.alternative === choice.alternative ? 'true' : undefined}
                  className="choice-link"
                >
                  {c.alternative === 0 ? t('best') : t('next', { n: c.alternative })}
                </ParamLink>
              </p>
              <p className="text-ink-3 text-note">
                {c.alternative === 0
                  ? t('worth', { worth: number(c.worth ?? '0', 2), unit })
                  : t('less', { less: number(c.less ?? '0', 2), unit })}
                {' · '}
                {c.proven ? t('proven') : t('gap', { gap: c.gap === null ? '—' : rate(c.gap, 2) })}
              </p>
            </li>
          ))}
        </ul>
        {choice.alternative > 0 ? (
          <>
            <h3 className="mt-3 text-table">{t('differs', { n: differences.length })}</h3>
            <ul>
              {differences.slice(0, 20).map((d) => (
                <li key={d.customer_id} className="flex gap-2 border-line border-b py-0.5">
                  <span className="min-w-0 flex-1 truncate">{d.name}</span>
                  <span className="flex-none text-ink-2">
                    {codes('tier')[d.best ?? 'none']} → <b>{codes('tier')[d.other ?? 'none']}</b>
                  </span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <h2 className="mt-4 text-[13px]">{t('take')}</h2>
        <p className="mb-2 text-ink-3 text-note">{t('takeNote')}</p>
        {moves.length === 0 ? (
          <p className="text-ink-3">{t('nothing')}</p>
        ) : moves.length <= MOST_MOVES ? (
          <ButtonLink kind="primary" href={href('/quotas/what-if', {}, { as_of: model.as_of, move: moves })}>
            {t('toWhatIf', { n: moves.length })}
          </ButtonLink>
        ) : (
          <ClientMessages areas={['what_if']}>
            <KeepForm
              asOf={model.as_of}
              moves={moves}
              suggested={t('suggested', { period: model.params.period, n: moves.length })}
            />
          </ClientMessages>
        )}
        <p className="mt-3">
          <a
            className="text-accent"
            href={href(
              '/reviews',
              {},
              {
                period: model.params.period,
                ...(model.params.department ? { department: model.params.department } : {}),
              },
            )}
          >
            {t('toReview')}
          </a>
        </p>
      </div>
    </Aside>
  );
}
