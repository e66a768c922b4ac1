interface Props {
  /** All bars of a column share one scale: `max`. */
  value: number;
  max: number;
  /** A solid ink line at this value. */
  limit?: number;
  /** A tick across the bar at the value compared with; 0 and below at its start. */
  tick?: number | undefined;
  /** Width of the scale: pixels, or `100%` of the cell. */
  width?: number | string;
  height?: number;
  color?: string;
  /** What it says, where the value does not stand beside it. */
  label?: string;
}

const share = (value: number, max: number) =>
  max > 0 ? `${Math.min(100, Math.max(0, (value / max) * 100))}%` : '0%';

/** A bar beside its value: one scale a column, y from 0, the limit a line. */
export function Bar(props: Props) {
  const { value, max, limit, tick, width = '100%', height = 8, color = 'var(--bar)', label } = props;
  return (
    <span
      className="relative inline-block align-middle"
      style={{ width, height }}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <span
        className="absolute inset-y-0 left-0"
        style={{ width: share(value, max), minWidth: value > 0 ? 1 : 0, background: color }}
      />
      {tick === undefined ? null : (
        <span
          className="absolute -inset-y-px w-[1.5px] bg-ink"
          style={{ left: `min(${share(tick, max)}, 100% - 1.5px)` }}
        />
      )}
      {limit === undefined ? null : (
        <span
          className="absolute -inset-y-[3px] w-[1.5px] bg-ink"
          style={{ left: `calc(${share(limit, max)} - 0.75px)` }}
        />
      )}
    </span>
  );
}
