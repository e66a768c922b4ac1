interface Props {
  /** Net points, for drawing only; the exact value stands beside it. */
  points: number;
  base: number;
  /** The largest points of the column. */
  max: number;
  /** Says it in words. */
  label: string;
}

/** Points against the base: grey up to it, accent beyond, an ink line through all rows at the base. */
export function PointsBar({ points, base, max, label }: Props) {
  const at = (n: number) => `${(Math.max(0, n) / Math.max(max, base, 1)) * 100}%`;
  return (
    <span className="relative block h-full min-h-[var(--row)]" role="img" aria-label={label}>
      <span
        className="absolute top-1/2 left-0 h-[6px] -translate-y-1/2 bg-bar-base"
        style={{ width: at(Math.min(points, base)) }}
      />
      {points > base ? (
        <span
          className="absolute top-1/2 h-[9px] -translate-y-1/2 bg-accent"
          style={{ left: at(base), width: at(points - base) }}
        />
      ) : null}
      <span className="absolute -inset-y-px w-[1.5px] bg-ink" style={{ left: at(base) }} />
    </span>
  );
}
