import { type ReactNode, useState } from 'react';

/** A button that asks once more before it does what cannot be taken back. */
export const SureButton = ({
  children,
  name,
  isBusy = false,
  onSure,
}: {
  readonly children: ReactNode;
  /** What it is about, for those who hear the button alone. */
  readonly name: string;
  readonly isBusy?: boolean;
  readonly onSure: () => void;
}) => {
  const [isAsked, ask] = useState(false);
  if (!isAsked)
    return (
      <button type="button" disabled={isBusy} onClick={() => ask(true)}>
        {children} <span className="unseen">{name}</span>
      </button>
    );
  return (
    <span className="buttons">
      {/* biome-ignore lint/a11y/noAutofocus: the button before it, which had the keyboard, is gone */}
      <button type="button" className="primary" autoFocus disabled={isBusy} onClick={onSure}>
        {children} for good <span className="unseen">{name}</span>
      </button>
      <button type="button" onClick={() => ask(false)}>
        Keep <span className="unseen">{name}</span>
      </button>
    </span>
  );
};
