const KEY = 'readout-token';

/** The token that this tab sends; null where none was given. It is forgotten when the tab is closed. */
export const readToken = (): string | null => sessionStorage.getItem(KEY);

/** Sends no token any more. */
export const forgetToken = (): void => sessionStorage.removeItem(KEY);

/** Keeps a token for this tab. */
export const keepToken = (token: string): void => sessionStorage.setItem(KEY, token);
