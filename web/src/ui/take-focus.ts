/** Gives what has just come the focus, where somebody asked for it by the button that stood there. A `ref`. */
export const takeFocus = (element: HTMLElement | null): void => element?.focus();
