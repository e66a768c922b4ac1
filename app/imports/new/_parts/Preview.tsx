import { useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Section } from '@/app/_components/page/Section';
import { FileTable } from '../../_parts/FileTable';
import { Notes } from '../../_parts/Notes';
import { RejectedRows } from '../../_parts/RejectedRows';
import { useFileWords } from '../../_parts/words';
import type { PreviewView } from '../_model';
import { ChangedRows } from './ChangedRows';
import { FirstRows } from './FirstRows';
import { ReadAgain } from './PreviewActions';

/** The files, and of the one looked at: what is refused, what would change, how its first rows are read. */
export function Preview({ view }: { view: PreviewView }) {
  const t = useTranslations('imports');
  const words = useFileWords();
  const { current } = view;
  const canMap = current.header.length > 0;
  return (
    <>
      {view.outdated ? (
        <p className="stale-line">
          {t('outdated')} <ReadAgain drop={view.drop.id} />
        </p>
      ) : null}
      <Section title={t('files')} note={t('filesNote')}>
        <FileTable files={view.lines} current={current.key} loaded={false} />
      </Section>
      <p className="flex flex-wrap items-baseline gap-x-3 px-edge pt-3 text-table">
        <b>{current.file}</b>
        <span
          data-tone={current.refused ? 'over' : undefined}
          className={current.refused ? '' : 'text-ink-2'}
        >
          {current.refused ? words.told(current.refused) : (words.kind(current.kind) ?? '')}
        </span>
        {canMap ? (
          <ParamLink className="text-accent" set={{ file: current.key, edit: '1' }}>
            {t(current.refused ? 'mapFile' : 'changeReading')}
          </ParamLink>
        ) : null}
      </p>
      {view.rejected.length > 0 ? (
        <Section
          title={t('rejectedRows', { file: current.file })}
          note={view.moreRejected ? t('rejectedFirst', { n: view.rejected.length }) : t('rejectedNote')}
          tools={
            <a
              className="text-accent"
              href={`/api/imports/drops/${view.drop.id}/rejected?place=${view.place}`}
              download
            >
              {t('downloadRejected', { n: current.rejected })}
            </a>
          }
        >
          <RejectedRows file={current} rows={view.rejected} canMap />
        </Section>
      ) : null}
      <ChangedRows view={view} />
      {view.first ? <FirstRows file={current.file} first={view.first} /> : null}
      <Notes file={current} notes={view.notes} />
    </>
  );
}
