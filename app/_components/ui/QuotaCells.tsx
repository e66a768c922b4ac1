interface Props {
  held: number;
  places: number;
  /** The largest `held` or `places` of the column, so that all rows share one scale. */
  scale: number;
  /** An excess that only warns is amber instead of red. */
  warns?: boolean;
  /** Pixels for the scale; one cell is at most 7 wide. */
  width?: number;
  /** Says it in words: `占用 23，名额 16`. */
  label: string;
}

/** Colour of what stands beyond the line. */
const beyond = (warns: boolean | undefined) => (warns ? 'var(--full)' : 'var(--over)');

/** A cell of fewer pixels with its gap is no cell any more. */
const FINEST = 2;

/**
 * One cell a customer: an ink line at the places, coloured beyond it, hollow where a place is free. A bar where the
 * cells would be too fine to be told apart.
 */
export function QuotaCells({ held, places, scale, warns, width = 224, label }: Props) {
  const pitch = Math.min(7, width / Math.max(scale, 1));
  if (pitch < FINEST) return <QuotaBar {...{ held, places, scale, warns, width, label }} />;
  const gap = pitch >= 6 ? 1.5 : pitch >= 4 ? 1 : 0.5;
  const cells = Math.max(held, places);
  return (
    <svg
      width={Math.max(cells * pitch + 2, 2)}
      height={18}
      role="img"
      aria-label={label}
      className="inline-block align-middle"
    >
      {Array.from({ length: cells }, (_, i) => {
        const x = i * pitch + gap / 2;
        const box = { x, y: 3, width: pitch - gap, height: 12 };
        const key = `cell-${x}`;
        if (i >= held) {
          return (
            <rect
              key={key}
              {...box}
              x={x + 0.5}
              y={3.5}
              width={Math.max(pitch - gap - 1, 0.5)}
              height={11}
              fill="none"
              stroke="var(--line-strong)"
            />
          );
        }
        return <rect key={key} {...box} fill={i < places ? 'var(--cell)' : beyond(warns)} />;
      })}
      <rect x={Math.max(places * pitch - 0.75, 0)} y={0} width={1.5} height={18} fill="var(--ink)" />
    </svg>
  );
}

/** The same as a bar, where cells would be too fine. */
export function QuotaBar({ held, places, scale, warns, width = 112, label }: Props) {
  const px = (n: number) => (n / Math.max(scale, 1)) * (width - 2);
  return (
    <svg width={width} height={14} role="img" aria-label={label} className="inline-block align-middle">
      <rect x={0} y={3} width={px(Math.min(held, places))} height={8} fill="var(--cell)" />
      {held > places ? (
        <rect x={px(places)} y={3} width={px(held - places)} height={8} fill={beyond(warns)} />
      ) : null}
      <rect x={px(places)} y={0} width={1.5} height={14} fill="var(--ink)" />
    </svg>
  );
}
