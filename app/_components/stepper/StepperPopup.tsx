'use client';
import { Popover } from '@base-ui/react/popover';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import type { Period } from '@/lib/format';
import { PeriodPicker } from './PeriodPicker';
import type { StepperKind } from './steps';

const DayCalendar = dynamic(() => import('./DayCalendar'), { ssr: false });

export interface PickerProps {
  value: string;
  from?: string;
  to?: string;
  onChoose: (chosen: string) => void;
}

interface Props extends PickerProps {
  kind: StepperKind;
  grains: readonly Period['grain'][];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  anchor: RefObject<HTMLElement | null>;
}

/** The picker of the stepper: a calendar for a day, a list of months, quarters or halves for a period. */
export default function StepperPopup({ kind, grains, open, onOpenChange, anchor, ...picker }: Props) {
  const t = useTranslations('ui.stepper');
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} side="bottom" align="center" sideOffset={6} className="z-[75]">
          <Popover.Popup className="popup p-3" finalFocus={anchor} aria-label={t(`choose_${kind}`)}>
            {kind === 'as_of' ? <DayCalendar {...picker} /> : <PeriodPicker {...picker} grains={grains} />}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
