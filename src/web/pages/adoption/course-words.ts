import { useTranslation } from 'react-i18next'
import type { Answered } from '../../data/call.ts'
import type { Training } from './adoption.ts'

type Row = Answered<'GET /api/organizations/:organization/adoption/courses'>['courses'][number]
type Worded = Pick<Row, 'title' | 'words'> & Readonly<{ says?: string; text?: readonly { title: string }[] }>

/** What a course is called in the language that is spoken; in English where it has no words of its own there. */
export function useCourseWords(): (course: Worded) => {
  title: string
  says: string
  lessons: readonly string[]
} {
  const { i18n } = useTranslation()
  return ({ title, says = '', text = [], words }) =>
    words[i18n.language as keyof Row['words']] ?? { title, says, lessons: text.map((one) => one.title) }
}

/** Training with its courses called as they are in the language that is spoken. */
export function useWordedTraining(): (training: Training) => Training {
  const wordsOf = useCourseWords()
  return (training) => {
    const titles = new Map(training.courses.map((course) => [course.id, wordsOf(course).title]))
    const worded = <T extends Readonly<{ course: string; title: string }>>(rows: readonly T[]): T[] =>
      rows.map((row) => ({ ...row, title: titles.get(row.course) ?? row.title }))
    return {
      ...training,
      assignments: worded(training.assignments),
      suggestions: worded(training.suggestions),
      byCourse: worded(training.byCourse),
      effects: worded(training.effects),
    }
  }
}
