import { useLocale, useTranslations } from 'next-intl';
import { Aside } from '@/app/_components/page/Page';
import { SectionHead } from '@/app/_components/page/Section';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { usePolicyWords } from '@/app/policy/_parts/words';
import { parameters } from '@/lib/rules/parameters';
import { coefficientText } from '../_coefficients';
import type { WhatIfModel } from '../_model';
import type { ScenarioField } from '../_scenario';
import { AdoptForm } from './AdoptForm';
import { type FormField, type FormGroup, ScenarioForm } from './ScenarioForm';

/** The values to try, and below them what makes them policy. */
export function ScenarioAside({ model, day }: { model: WhatIfModel; day: string }) {
  const t = useTranslations('bonus_what_if');
  const english = useLocale() === 'en';
  const words = usePolicyWords();
  const codes = useTranslations('codes.category');
  const { scenario, params } = model;
  const choiceOf = (value: string) => words.value({ type: { is: 'choice', of: [value] } }, value);
  const fieldOf = (f: ScenarioField): FormField => ({
    name: f.name,
    label: words.told(f.label),
    unit: words.unit(f.unit),
    choices: f.choices?.map((value) => ({ value, label: choiceOf(value) })) ?? null,
    now: f.now,
    nowLabel: f.choices ? choiceOf(f.now) : f.now,
    tried: f.tried,
    problem: f.problem ? words.told(f.problem) : null,
  });
  const groups: FormGroup[] = [
    ...scenario.groups.map((g) => ({
      id: g.rule,
      title: t(`groups.${g.rule}`),
      param: 'set' as const,
      fields: g.fields.map(fieldOf),
    })),
    {
      id: 'B-01',
      title: t('groups.B-01'),
      param: 'coefficient',
      fields: scenario.workTypes.map((w) => ({
        name: w.work_type,
        label: w.work_type,
        unit: t('jobs', { n: w.jobs }),
        choices: null,
        now: w.now ?? '',
        nowLabel: w.now ?? t('noCoefficient'),
        tried: w.tried,
        problem: w.jobs === 0 ? t('noJobs') : null,
      })),
    },
  ];
  const coefficients = scenario.coefficients.flatMap(({ work_type, category, points }) =>
    category === null
      ? []
      : [
          {
            text: coefficientText({ work_type, category, points }),
            label: `${work_type} · ${codes(category)}`,
            points,
          },
        ],
  );
  const file = `/api/bonuses/coefficients?${new URLSearchParams(coefficients.map((c) => ['coefficient', c.text]))}`;
  return (
    <Aside label={t('aside')} width={300}>
      <div id="scenario">
        <SectionHead title={t('form.title')} note={<RuleRef id="B-04" />} />
        <ScenarioForm
          from={params.from}
          to={params.to}
          groups={groups}
          conflicts={scenario.conflicts.map((c) => (english ? c.en : c.zh))}
        />
        <div className="border-line-strong border-t">
          <SectionHead title={t('adopt.title')} />
          <AdoptForm
            day={day}
            values={scenario.values.map((v) => ({
              name: v.name,
              label: words.told(parameters[v.name]),
              value: v.value,
              shown:
                `${parameters[v.name].type.is === 'choice' ? choiceOf(v.value) : v.value} ${words.unit(parameters[v.name].unit)}`.trim(),
            }))}
            coefficients={coefficients}
            file={file}
            blocked={scenario.conflicts.length > 0}
          />
        </div>
      </div>
    </Aside>
  );
}
