import { Stepper } from '../stepper/Stepper';
import { ExportMenu } from '../ui/ExportMenu';
import { PageHeader } from './PageHeader';

interface Props {
  /** The messages of the page. */
  t: (key: 'title' | 'question') => string;
  /** The page's model: the day it shows, and its table as a file. */
  model: { params: { as_of: string }; file: string };
  today: string;
}

/** The head of a page that shows the state of a day: title, question, the day, the file. */
export function AsOfHeader({ t, model, today }: Props) {
  return (
    <PageHeader title={t('title')} question={t('question')}>
      <Stepper kind="as_of" value={model.params.as_of} to={today} />
      <ExportMenu href={model.file} />
    </PageHeader>
  );
}
