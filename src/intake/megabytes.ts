/** A number of bytes as people read it: 10500000 → "10.5 MB". */
export const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')} MB`;
