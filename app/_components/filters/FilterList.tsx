'use client';
import { Select } from '@base-ui/react/select';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { FilterOption } from './FilterChip';

interface Props {
  label: string;
  text: ReactNode;
  options: readonly FilterOption[];
  chosen: readonly string[];
  onApply: (values: string[]) => void;
}

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((v) => b.includes(v));

/** The list of a filter: it opens as soon as it is there, taking the place of the plain button. */
export default function FilterList({ label, text, options, chosen, onApply }: Props) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [values, setValues] = useState([...chosen]);
  useLayoutEffect(() => {
    trigger.current?.focus();
    setOpen(true);
  }, []);

  function onOpenChange(next: boolean) {
    setOpen(next);
    if (next) setValues([...chosen]);
    else if (!same(values, chosen)) onApply(options.map((o) => o.value).filter((v) => values.includes(v)));
  }

  return (
    <Select.Root
      multiple
      value={values}
      onValueChange={setValues}
      open={open}
      onOpenChange={onOpenChange}
      modal={false}
    >
      <Select.Trigger
        ref={trigger}
        className="chip"
        data-active={chosen.length > 0 || undefined}
        aria-label={label}
      >
        {text}
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner alignItemWithTrigger={false} sideOffset={4} align="start" className="z-[75]">
          <Select.Popup className="popup">
            <Select.List>
              {options.map((option) => (
                <Select.Item key={option.value} value={option.value} className="popup-item">
                  <span className="check-box" />
                  <Select.ItemText>{option.label}</Select.ItemText>
                  {option.count === undefined ? null : <span className="note">{option.count}</span>}
                </Select.Item>
              ))}
            </Select.List>
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}
