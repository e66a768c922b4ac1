import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** The question the page answers, or who a sheet is about. */
  question?: ReactNode;
  /** Right: `Stepper`, `ExportMenu`, at most one primary `Button`, in this order. */
  children?: ReactNode;
}

export function PageHeader({ title, question, children }: Props) {
  return (
    <header className="page-header">
      <div className="page-title">
        <h1>{title}</h1>
        {question ? <p>{question}</p> : null}
      </div>
      {children ? <div className="page-tools">{children}</div> : null}
    </header>
  );
}
