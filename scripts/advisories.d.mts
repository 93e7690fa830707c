/** What an answer of npm audit means for a run of tests. */
export type Judged = Readonly<{ kind: 'passed' | 'failed' | 'skipped'; lines: readonly string[] }>

export function askAdvisories(root: string): Judged
export function judge(text: string): Judged
