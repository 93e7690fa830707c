/** How Node runs what this project writes. */
export const flags: readonly string[]
