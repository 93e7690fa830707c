import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import type { OrganizationLinks } from '../../links.ts'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import type { BusinessCase } from './business-case.ts'

const kinds = [
  'missing value',
  'no own time',
  'no source',
  'leaves the plan',
  'no owner',
  'mandatory cost left out',
  'unsettled overlap',
] as const
const ofLines: readonly string[] = ['mandatory cost left out', 'unsettled overlap', 'no own time']

function hrefOf(kind: (typeof kinds)[number], to: OrganizationLinks): string {
  if (ofLines.includes(kind)) return to.caseLines
  return to.assumptions(kind === 'missing value' || kind === 'no source' ? { state: kind } : {})
}

/** What is open about the case, said before a reader has to ask. */
export function Concerns({ concerns }: Readonly<{ concerns: BusinessCase['concerns'] }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return (
    <Section
      title={t('businessCase.concerns')}
      says={concerns.length === 0 ? t('businessCase.concernNone') : undefined}
    >
      <ul>
        {kinds.map((kind) => {
          const about = concerns.find((one) => one.kind === kind)?.about
          if (!about) return null
          const href = hrefOf(kind, to)
          return (
            <li key={kind}>
              <To href={href}>{t(`businessCase.concern.${kind}`)}</To>:{' '}
              <span lang="en">{about.join('; ')}</span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
