import { useTranslations } from 'next-intl';
import type { Tone } from '@/app/_components/page/Figures';
import { SectionHead } from '@/app/_components/page/Section';
import { RuleRef } from '@/app/_components/rules/RuleRef';

export interface Task {
  id: string;
  title: string;
  note: string;
  /** Days late, count, amount: worded. */
  state: string;
  tone?: Tone;
  rule: string;
  /** The page or rows where it is done. */
  href: string;
}

const order: Record<string, number> = { over: 0, full: 1 };

/** What waits, the late first; each leads to its page with its parameters. */
export function ToDo({ tasks }: { tasks: readonly Task[] }) {
  const t = useTranslations('overview.todo');
  const sorted = [...tasks].sort((a, b) => (order[a.tone ?? ''] ?? 2) - (order[b.tone ?? ''] ?? 2));
  return (
    <section className="todo">
      <SectionHead title={t('title')} note={t('note')} />
      {sorted.length === 0 ? <p className="px-5 text-ink-2">{t('empty')}</p> : null}
      <ul>
        {sorted.map((task) => (
          <li key={task.id}>
            <a href={task.href}>
              <b>{task.title}</b>
              <span className="todo-note" title={task.note}>
                {task.note}
              </span>
              <span className="todo-state" data-tone={task.tone}>
                {task.state}
              </span>
            </a>
            <RuleRef id={task.rule} />
          </li>
        ))}
      </ul>
    </section>
  );
}
