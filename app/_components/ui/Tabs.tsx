import { ParamLink } from '../navigation/ParamLink';

interface Props {
  /** The parameter that holds the tab. */
  param?: string;
  tabs: readonly { id: string; label: string; count?: number }[];
  current: string;
  label: string;
}

/** Tabs whose state is the address: links, so the server draws only the one shown. */
export function Tabs({ param = 'tab', tabs, current, label }: Props) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <ParamLink
          key={tab.id}
          set={{ [param]: tab.id }}
          replace
          aria-current={tab.id === current ? 'true' : undefined}
        >
          {tab.label}
          {tab.count === undefined ? null : ` ${tab.count}`}
        </ParamLink>
      ))}
    </nav>
  );
}
