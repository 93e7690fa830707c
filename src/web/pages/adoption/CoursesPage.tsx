import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Adoption.module.css'
import { AdoptionTabs } from './AdoptionTabs.tsx'
import { toneOfState } from './Assignments.tsx'
import { useCourseWords } from './course-words.ts'

type Courses = Answered<'GET /api/organizations/:organization/adoption/courses'>

/** The own courses, and all there are. */
export function CoursesPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/adoption/courses', { params })
  const open = query.data?.mine.filter(({ state }) => state === 'open' || state === 'overdue').length
  return (
    <Page
      title={t('adoption.courses.mine')}
      sentence={open === undefined ? undefined : t('adoption.courses.say', { count: open })}
    >
      <AdoptionTabs />
      <EnglishNote />
      <Shown query={query}>
        {(courses) => (
          <>
            {courses.person === undefined && <p>{t('adoption.courses.unknown')}</p>}
            {courses.mine.length > 0 && (
              <Section title={t('adoption.courses.yours')}>
                <Mine courses={courses} />
              </Section>
            )}
            <Section title={t('adoption.courses.all')} says={t('adoption.courses.allSays')}>
              <All courses={courses.courses} />
            </Section>
          </>
        )}
      </Shown>
    </Page>
  )
}

function Mine({ courses: { mine, courses } }: Readonly<{ courses: Courses }>) {
  const wordsOf = useCourseWords()
  const titles = new Map(courses.map((one) => [one.id, wordsOf(one).title]))
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return (
    <ul className={styles.cards}>
      {mine.map((one) => (
        <li key={one.assignment}>
          <h3>
            <To href={to.course(one.course)}>{titles.get(one.course) ?? one.title}</To>
          </h3>
          <Verdict tone={toneOfState[one.state]}>{t(`adoption.training.states.${one.state}`)}</Verdict>
          <p className="second">
            {one.validUntil
              ? t('adoption.courses.validUntil', { day: format.day(one.validUntil) })
              : t('adoption.courses.due', { day: format.day(one.dueOn) })}
          </p>
          <p>{one.because}</p>
          {one.certificate && (
            <To href={to.certificate(one.certificate)}>{t('adoption.courses.certificate')}</To>
          )}
        </li>
      ))}
    </ul>
  )
}

function All({ courses }: Readonly<{ courses: Courses['courses'] }>) {
  const { t } = useTranslation()
  const wordsOf = useCourseWords()
  const { to } = useOrganization()
  return (
    <ul className={styles.cards}>
      {courses.map((one) => (
        <li key={one.id}>
          <h3>
            <To href={to.course(one.id)}>{wordsOf(one).title}</To>
          </h3>
          <p>{wordsOf(one).says}</p>
          <p className="second">
            {t('adoption.courses.facts', {
              lessons: one.lessons,
              minutes: one.minutes,
              questions: one.questions,
            })}
          </p>
        </li>
      ))}
    </ul>
  )
}
