import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { RuleRef } from '@/app/_components/rules/RuleRef';

interface Props {
  /** Messages of the table: `largest`, `all`, `note`. */
  area: 'pipeline.groups' | 'bridge.groups';
  shown: number;
  all: number;
  /** Every group as rows. */
  href: string;
}

/** Beside the title of a table of groups: its unit and what a click does, or that it has the largest alone. */
export function GroupsNote({ area, shown, all, href }: Props) {
  const t = useTranslations(area);
  const unit = useTranslations('columns')('units.wan');
  if (shown < all) {
    return (
      <>
        {t('largest', { n: shown, unit })}{' '}
        <Link className="underline" href={href}>
          {t('all', { n: all })}
        </Link>
      </>
    );
  }
  return (
    <>
      {t('note', { unit })} <RuleRef id="F-04" />
    </>
  );
}
