import type { ComponentProps } from 'react';

interface Look {
  /** One primary a page: it names the deed and its size. */
  kind?: 'primary';
  size?: 'small';
}

export function Button({
  kind,
  size,
  type = 'button',
  className = '',
  ...rest
}: ComponentProps<'button'> & Look) {
  return <button {...rest} type={type} className={`button ${className}`} data-kind={kind} data-size={size} />;
}

/** The same look for a link. */
export function ButtonLink({ kind, size, className = '', ...rest }: ComponentProps<'a'> & Look) {
  return <a {...rest} className={`button ${className}`} data-kind={kind} data-size={size} />;
}
