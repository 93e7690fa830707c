/** The path of a Chromium that can be run here. */
export function findBrowser(env?: Readonly<Record<string, string | undefined>>): string | undefined

/** Whether a file of tests opens a browser. */
export function opensBrowser(file: string): boolean

/** Why no browser is installed here, and what to do; undefined when one may be. */
export function whyNotInstalled(
  system: Readonly<{ env: Readonly<Record<string, string | undefined>>; isRoot: boolean; isDebian: boolean }>,
): string | undefined
