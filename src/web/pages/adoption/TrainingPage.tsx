import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Tile, Tiles } from '../../ui/Figure.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import { AdoptionTabs } from './AdoptionTabs.tsx'
import { Assignments } from './Assignments.tsx'
import type { Training } from './adoption.ts'
import { Completions } from './Completions.tsx'
import { CourseEffects } from './CourseEffects.tsx'
import { useWordedTraining } from './course-words.ts'
import { Suggestions } from './Suggestions.tsx'

/** Training as a whole: how complete, who is missing, and what roles and gaps ask for. */
export function TrainingPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const worded = useWordedTraining()
  const query = useAsk('GET /api/organizations/:organization/adoption/training', { params })
  return (
    <Page
      title={t('adoption.training.title')}
      sentence={query.data && <Sentence training={query.data} />}
      actions={<Remind />}
    >
      <AdoptionTabs />
      <Shown query={query}>
        {(read) => {
          const training = worded(read)
          return (
            <>
              {training.assignments.length === 0 && training.suggestions.length === 0 && (
                <Empty
                  title={t('adoption.training.nobody')}
                  says={t('adoption.training.nobodySays')}
                  action={<To href={to.register('workforce')}>{t('registers.titles.workforce')}</To>}
                />
              )}
              {training.assignments.length > 0 && <Figures training={training} />}
              {training.suggestions.length > 0 && <Suggestions rows={training.suggestions} />}
              {training.assignments.length > 0 && <Completions training={training} />}
              {training.assignments.length > 0 && <CourseEffects rows={training.effects} />}
              {training.assignments.length > 0 && <Assignments rows={training.assignments} />}
            </>
          )
        }}
      </Shown>
    </Page>
  )
}

function Sentence({ training }: Readonly<{ training: Training }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { completion, target } = training
  if (completion.share === undefined) return t('adoption.training.sayNothingDue')
  return t('adoption.training.say', {
    share: format.percent(completion.share, 0),
    passed: completion.passed,
    base: completion.base,
    target: format.percent(target, 0),
  })
}

function Remind() {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const say = useToast()
  const remind = useChange('POST /api/organizations/:organization/adoption/training/reminders')
  return (
    <>
      <Wrong error={remind.error} />
      <Act
        whyNot={whyNot('manage adoption')}
        isBusy={remind.isPending}
        onClick={() =>
          remind.mutate(
            { params },
            {
              onSuccess: ({ reminded, escalated }) =>
                say(t('adoption.training.reminded', { reminded, escalated })),
            },
          )
        }
      >
        {t('adoption.training.remind')}
      </Act>
    </>
  )
}

function Figures({ training }: Readonly<{ training: Training }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { completion, outlook } = training
  return (
    <Section title={t('adoption.training.stands')}>
      <Tiles>
        <Tile
          name={t('adoption.training.completion')}
          says={t('ui.of', { part: completion.passed, whole: completion.base })}
        >
          {completion.share === undefined ? t('ui.noData') : format.percent(completion.share, 0)}
        </Tile>
        <Tile
          name={t('adoption.training.contractors')}
          says={t('ui.of', { part: completion.contractors.passed, whole: completion.contractors.base })}
        >
          {completion.contractors.base === 0
            ? t('ui.noData')
            : format.percent(completion.contractors.passed / completion.contractors.base, 0)}
        </Tile>
        <Tile name={t('adoption.training.exempt')} says={t('adoption.training.exemptSays')}>
          {format.number(completion.exempt)}
        </Tile>
        <Tile
          name={t('adoption.training.ahead')}
          says={t('adoption.training.aheadSays', { count: outlook.persons })}
        >
          {t('adoption.training.hours', { hours: format.number(outlook.hours) })}
        </Tile>
      </Tiles>
    </Section>
  )
}
