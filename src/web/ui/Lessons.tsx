import { useTranslation } from 'react-i18next'
import { useAsk } from '../data/ask.ts'
import { useOrganization } from '../data/organization.ts'
import { Section } from './Page.tsx'
import { To } from './To.tsx'

/** What was learned before, for whoever starts the next assessment or programme; nothing where nothing was written down. */
export function Lessons() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const { data } = useAsk('GET /api/organizations/:organization/improvements', { params })
  if (!data || data.lessons.length === 0) return null
  return (
    <Section title={t('improvement.lessons')} says={t('improvement.lessonsSay')}>
      <ul>
        {data.lessons.map(({ id, title, advice }) => (
          <li key={id}>
            <To href={to.record('lessons', id)}>{title}</To>
            <span className="second">: {advice}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
