'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/Button';
import { toast } from '@/app/_components/ui/toast';

/** Takes a mapping out of use; what was loaded by it stays. */
export function RemoveMapping({ name }: { name: string }) {
  const t = useTranslations('intake.mapping');
  const router = useRouter();
  return (
    <Button
      size="small"
      onClick={async () => {
        const address = `/api/imports/mappings?name=${encodeURIComponent(name)}`;
        const answer = await fetch(address, { method: 'DELETE' }).catch(() => null);
        toast({ text: t(answer?.ok ? 'removed' : 'removeFailed', { name }) });
        router.refresh();
      }}
    >
      {t('remove')}
    </Button>
  );
}
