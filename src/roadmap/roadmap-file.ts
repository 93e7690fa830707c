import { csvLine } from '#registers/table.ts'
import { calendarOf } from './calendar-file.ts'
import type { FileMatter } from './file-matter.ts'
import { projectOf } from './project-file.ts'
import { inOrderOfStarts, taskHeads, taskRow } from './task-table.ts'
import { taskWorkbook } from './task-workbook.ts'

/** The forms a roadmap goes out in: workbook, table, calendar, project of Microsoft Project. */
export type RoadmapFormat = 'xlsx' | 'csv' | 'ics' | 'xml'

/** The media type of each form. */
export const mediaTypes: Readonly<Record<RoadmapFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
}

/** A roadmap as the bytes of a file. */
export async function roadmapFile(format: RoadmapFormat, matter: FileMatter): Promise<Buffer> {
  const { schedule, plan, name } = matter
  if (format === 'xlsx') return taskWorkbook(matter)
  if (format === 'ics') return Buffer.from(calendarOf(schedule, matter))
  if (format === 'xml') return Buffer.from(projectOf(schedule, plan, name))
  const rows = inOrderOfStarts(schedule).map((task) => taskRow(task, plan))
  const lines = [taskHeads.map((text) => ({ text })), ...rows].map(csvLine)
  // The mark tells spreadsheets that it is UTF-8.
  return Buffer.from(`\ufeff${lines.join('')}`)
}
