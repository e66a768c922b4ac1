/** Something the palette can open. */
export interface Command {
  id: string;
  href: string;
  label: string;
  /** The heading it stands under. */
  group: string;
  /** The letter after `G` that opens it. */
  key?: string;
}

/** A rule as people type it: `q3`, `Q-03`, `b 4` are, B-04; null where the text is none. */
export function asRule(text: string): string | null {
  const found = /^\s*([a-z])[\s-]*0*(\d{1,2})\s*$/i.exec(text);
  return found?.[1] && found[2] ? `${found[1].toUpperCase()}-${found[2].padStart(2, '0')}` : null;
}

/** The commands that fit what was typed, by any part of their name or heading; a rule comes first. */
export function find(commands: readonly Command[], typed: string, ruleLabel: string): Command[] {
  const wanted = typed.trim().toLocaleLowerCase();
  const fitting = commands.filter((c) =>
    `${c.label} ${c.group} ${c.id}`.toLocaleLowerCase().includes(wanted),
  );
  const rule = asRule(typed);
  if (!rule) return fitting;
  return [{ id: `rule-${rule}`, href: `/policy#${rule}`, label: rule, group: ruleLabel }, ...fitting];
}
