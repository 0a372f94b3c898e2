import { type ReactNode, useId } from 'react';

/** A part of a page under a heading of its own. */
export const Panel = ({
  title,
  note,
  className = '',
  children,
}: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}) => {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {note}
      </div>
      {children}
    </section>
  );
};
