import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Moves the focus among the links of a group by arrow keys: one of them is a stop of Tab, not each. */
export const rove = (event: KeyboardEvent<Element>): void => {
  const step = steps[event.key];
  const links = [...event.currentTarget.querySelectorAll<SVGElement>('a[data-stop]')];
  const at = links.indexOf(event.target as SVGElement);
  if (step === undefined || at < 0) return;
  event.preventDefault();
  event.stopPropagation();
  links[(at + step + links.length) % links.length]?.focus();
};
