import { useTranslations } from 'next-intl';
import { SourceRef } from '../rules/SourceRef';
import { useCodes } from '../table/ReportTable';

interface Decision {
  effective_on: string;
  tier: string;
  period: string | null;
  score: string | null;
  reason: string | null;
  made_in: string;
  source_import: number | null;
  source_file: string | null;
  source_sheet: string | null;
  source_line: number | null;
}

interface Props {
  /** The latest first. */
  tiers: readonly Decision[];
  /** True where the tier of today is that of the register, which bears no date. */
  register: boolean;
}

/** The decisions on a customer's tier, each with its period, its reason and the line it was loaded from. */
export function TierHistory({ tiers, register }: Props) {
  const t = useTranslations('tiers');
  const codes = useCodes();
  if (tiers.length === 0) {
    return <p className="text-ink-3 text-table">{t(register ? 'registerOnly' : 'nothing')}</p>;
  }
  return (
    <>
      <p className="mb-1 text-ink-3 text-note">{t('note')}</p>
      <ol>
        {tiers.map((d) => (
          <li key={`${d.effective_on}/${d.made_in}`} className="border-line border-b py-1 last:border-b-0">
            <p className="flex gap-3 text-table">
              <span className="w-20 flex-none">{d.effective_on}</span>
              <b className="flex-1">{codes('tier')[d.tier] ?? d.tier}</b>
              <span className="text-ink-2">
                {[d.period, d.score === null ? null : t('score', { score: d.score })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </p>
            <p className="flex justify-between gap-3 pl-[92px] text-note">
              <span className="text-ink-2">{d.reason}</span>
              {d.source_import === null || d.source_file === null || d.source_line === null ? (
                <span className="text-ink-3">{codes('made_in')[d.made_in] ?? d.made_in}</span>
              ) : (
                <SourceRef
                  source={{
                    import: d.source_import,
                    file: d.source_file,
                    sheet: d.source_sheet,
                    line: d.source_line,
                  }}
                />
              )}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
