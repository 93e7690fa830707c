import type { GapReportInput } from '#deliver/gap-report.ts'

/** What a report is made from, as text that another process reads. */
export function textOfInput(input: Omit<GapReportInput, 'attributeOf' | 'subjectOf'>): string {
  return JSON.stringify(input)
}

/** Reads what textOfInput wrote. */
export function writtenInput(text: string): GapReportInput {
  return JSON.parse(text) as GapReportInput // written by textOfInput
}
