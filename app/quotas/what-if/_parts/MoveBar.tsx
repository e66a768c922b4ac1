'use client';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useKeys } from '@/app/_components/navigation/keys';
import { useHref, useNavigation } from '@/app/_components/navigation/Pending';
import { useSelection } from '@/app/_components/table/Selection';
import { Button } from '@/app/_components/ui/Button';
import { toast } from '@/app/_components/ui/toast';
import { type Destination, destinations, moveText } from '@/lib/rules/quota_what_if';

/** The keys of the destinations: 1 VIP, 2 preferred, 3 qualified, 0 out. */
const keyOf: Record<Destination, string> = { vip: '1', preferred: '2', qualified: '3', drop: '0' };

/** Moves the ticked customers, else the one whose row is open; the address bears the scratch copy. */
export function MoveBar({ moves }: { moves: readonly string[] }) {
  const t = useTranslations('what_if');
  const selection = useSelection();
  const open = useSearchParams().get('row');
  const hrefOf = useHref();
  const { go } = useNavigation();
  const ticked = [...(selection?.keys ?? [])];
  const chosen = ticked.length > 0 ? ticked : open === null ? [] : [open];

  function move(to: Destination) {
    if (chosen.length === 0) return;
    const next = [...moves, ...chosen.map((customer_id) => moveText({ customer_id, to }))];
    const back = hrefOf({ row: open, move: [...moves] });
    go(hrefOf({ row: open, move: next, undone: null }));
    selection?.set([]);
    toast({ text: t('moved', { n: chosen.length, to: t(`to.${to}`) }), undo: () => go(back) });
  }
  useKeys(Object.fromEntries(destinations.map((to) => [keyOf[to], () => move(to)])));
  return (
    <div className="flex flex-none flex-wrap items-center gap-2 border-line border-y bg-nav px-edge py-1.5 text-table">
      <span className="text-ink-2">
        {chosen.length === 0 ? t('choose') : t('chosen', { n: chosen.length })}
      </span>
      {destinations.map((to) => (
        <Button key={to} size="small" disabled={chosen.length === 0} onClick={() => move(to)}>
          {t(`to.${to}`)} <kbd>{keyOf[to]}</kbd>
        </Button>
      ))}
    </div>
  );
}
