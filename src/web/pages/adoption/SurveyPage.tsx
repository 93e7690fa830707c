import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import type { Survey } from './adoption.ts'
import { Barriers } from './Barriers.tsx'
import { Changes } from './Changes.tsx'
import { Choices } from './Choices.tsx'
import { Dimensions } from './Dimensions.tsx'

/** One survey: who was asked, and what came of it once nobody can answer any more. */
export function SurveyPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const { survey: id = '' } = useParams({ strict: false }) as { survey?: string }
  const query = useAsk('GET /api/organizations/:organization/adoption/surveys/:survey', {
    params: { ...params, survey: id },
  })
  return (
    <Shown query={query}>
      {(survey) => (
        <Page
          title={survey.title}
          trail={<To href={to.surveys}>{t('adoption.surveys.title')}</To>}
          sentence={<Sentence survey={survey} />}
          actions={survey.isOver ? undefined : <Acts survey={survey} />}
        >
          <Results survey={survey} />
          <Section title={t('adoption.surveys.how')}>
            <How survey={survey} />
          </Section>
        </Page>
      )}
    </Shown>
  )
}

function Sentence({ survey }: Readonly<{ survey: Survey }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { answered, invited, smallest, results, closesOn, isOver } = survey
  if (!isOver) return t('adoption.surveys.sayOpen', { answered, invited, day: format.day(closesOn) })
  if (!results?.whole) return t('adoption.surveys.sayWithheld', { answered, invited, smallest })
  const ready = results.whole.barriers?.ready
  if (ready !== undefined)
    return t('adoption.surveys.sayReady', { ready: format.percent(ready, 0), answered, invited })
  const index = results.whole.index
  return index === undefined
    ? t('adoption.surveys.sayShown', { answered, invited })
    : t('adoption.surveys.sayIndex', { index: format.number(index, 0), answered, invited })
}

function Acts({ survey }: Readonly<{ survey: Survey }>) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const say = useToast()
  const at = { params: { ...params, survey: survey.id } }
  const close = useChange('POST /api/organizations/:organization/adoption/surveys/:survey/closing')
  const remind = useChange('POST /api/organizations/:organization/adoption/surveys/:survey/reminders')
  const forbidden = whyNot('send surveys')
  return (
    <>
      <Wrong error={remind.error ?? close.error} />
      <Act
        whyNot={forbidden}
        isBusy={remind.isPending}
        onClick={() =>
          remind.mutate(at, {
            onSuccess: ({ messages }) => say(t('adoption.surveys.reminded', { count: messages })),
          })
        }
      >
        {t('adoption.surveys.remind')}
      </Act>
      <Act isPrimary whyNot={forbidden} isBusy={close.isPending} onClick={() => close.mutate(at)}>
        {t('adoption.surveys.close')}
      </Act>
    </>
  )
}

function Results({ survey }: Readonly<{ survey: Survey }>) {
  const { t } = useTranslation()
  const { results, smallest } = survey
  if (!results)
    return (
      <Section title={t('adoption.surveys.results')}>
        <Verdict tone="not_assessed">{t('adoption.surveys.waits')}</Verdict>
        <p>{t('adoption.surveys.waitsSays', { smallest })}</p>
      </Section>
    )
  if (!results.whole)
    return (
      <Section title={t('adoption.surveys.results')}>
        <Verdict tone="not_assessed">{t('adoption.surveys.withheld')}</Verdict>
        <p>{t('adoption.surveys.withheldSays', { smallest })}</p>
      </Section>
    )
  const shown = [{ ...results.whole, name: t('adoption.surveys.whole') }, ...results.groups]
  return (
    <>
      {results.isLowResponse && <Verdict tone="partially">{t('adoption.surveys.lowResponse')}</Verdict>}
      {results.whole.barriers && <Barriers survey={survey} groups={shown} />}
      {results.whole.dimensions.length > 0 && <Dimensions survey={survey} groups={shown} />}
      <Choices survey={survey} groups={shown} />
      {results.withheld.length > 0 && (
        <Section
          title={t('adoption.surveys.withheldGroups')}
          says={t('adoption.surveys.withheldSays', { smallest })}
        >
          <ul>
            {results.withheld.map(({ name, why }) => (
              <li key={name}>
                {name}: {t(`adoption.surveys.why.${why === 'too few' ? 'few' : 'protects'}`, { smallest })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {survey.changes.length > 0 && <Changes survey={survey} />}
      {results.comments.length > 0 && (
        <Section title={t('adoption.surveys.comments')} says={t('adoption.surveys.commentsSays')}>
          <ul>
            {results.comments.map((comment) => (
              <li key={comment}>{comment}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function How({ survey }: Readonly<{ survey: Survey }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const facts = [
    { name: t('adoption.surveys.kind'), value: t(`adoption.surveys.kinds.${survey.kind}`) },
    { name: t('adoption.surveys.by'), value: `${survey.sentBy}, ${format.instant(survey.sentAt)}` },
    { name: t('adoption.surveys.closesOn'), value: format.day(survey.closesOn) },
    { name: t('adoption.surveys.heard'), value: survey.heard },
    {
      name: t('adoption.surveys.groups'),
      value: survey.groups.map(({ name, invited }) => `${name} (${invited})`).join(', '),
    },
    { name: t('adoption.surveys.smallest'), value: String(survey.smallest) },
  ]
  return <Facts facts={facts} />
}
