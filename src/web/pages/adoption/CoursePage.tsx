import { useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { readMarkdown } from '../../ui/markdown.ts'
import { Page } from '../../ui/Page.tsx'
import { Parts } from '../../ui/Parts.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import type { Course } from './adoption.ts'
import { useCourseWords } from './course-words.ts'
import styles from './Quiz.module.css'
import { Quiz } from './Quiz.tsx'

/** A course: lesson after lesson, then the quiz. */
export function CoursePage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const wordsOf = useCourseWords()
  const { course: id = '' } = useParams({ strict: false }) as { course?: string }
  const query = useAsk('GET /api/organizations/:organization/adoption/courses/:course', {
    params: { ...params, course: id },
  })
  return (
    <Shown query={query}>
      {(course) => (
        <Page
          title={wordsOf(course).title}
          trail={<To href={to.courses}>{t('adoption.courses.mine')}</To>}
          sentence={<Sentence course={course} />}
        >
          <EnglishNote />
          <Reader course={course} />
        </Page>
      )}
    </Shown>
  )
}

function Sentence({ course }: Readonly<{ course: Course }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const wordsOf = useCourseWords()
  const { mine } = course
  if (!mine) return wordsOf(course).says
  if (mine.validUntil) return t('adoption.courses.sayPassed', { day: format.day(mine.validUntil) })
  return t('adoption.courses.sayDue', {
    day: format.day(mine.dueOn),
    pass: format.percent(course.passMark, 0),
    draw: course.draw,
    count: mine.attemptsLeft,
  })
}

/** One lesson at a time; after the last one comes the quiz. */
function Reader({ course }: Readonly<{ course: Course }>) {
  const { t } = useTranslation()
  const [at, setAt] = useState(0)
  const lesson = course.text[at]
  const wordsOf = useCourseWords()
  const parts = useMemo(() => (lesson ? readMarkdown(lesson.text).parts : []), [lesson])
  const go = (next: number) => {
    setAt(next)
    window.scrollTo({ top: 0 })
  }
  return (
    <>
      <p className="second" aria-live="polite">
        {lesson
          ? t('adoption.courses.at', { at: at + 1, of: course.text.length, minutes: lesson.minutes })
          : t('adoption.courses.atQuiz')}
      </p>
      {lesson ? (
        <article className={styles.lesson}>
          <h2>{wordsOf(course).lessons[at] ?? lesson.title}</h2>
          <div lang="en">
            <Parts parts={parts} />
          </div>
        </article>
      ) : (
        <Quiz course={course} />
      )}
      <div className={styles.steps}>
        {at > 0 && <Act onClick={() => go(at - 1)}>{t('adoption.courses.back')}</Act>}
        {lesson && (
          <Act isPrimary onClick={() => go(at + 1)}>
            {t(at + 1 < course.text.length ? 'adoption.courses.next' : 'adoption.courses.toQuiz')}
          </Act>
        )}
      </div>
    </>
  )
}
