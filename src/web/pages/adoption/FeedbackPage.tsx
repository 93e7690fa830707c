import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { links } from '../../links.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Adoption.module.css'
import { AdoptionTabs } from './AdoptionTabs.tsx'

type Loop = Answered<'GET /api/organizations/:organization/adoption/feedback'>

/** Say something, and see what became of what others said. */
export function FeedbackPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const { params, to, organization } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/adoption/feedback', { params })
  const sentence =
    query.data &&
    (query.data.share === undefined
      ? t('adoption.feedback.sayNone')
      : t('adoption.feedback.say', {
          share: format.percent(query.data.share, 0),
          inTime: query.data.inTime,
          due: query.data.due,
        }))
  return (
    <Page
      title={t('adoption.feedback.title')}
      sentence={sentence}
      actions={
        organization.permissions.includes('read registers') && (
          <To href={to.register('feedback')}>{t('adoption.feedback.register')}</To>
        )
      }
    >
      <AdoptionTabs />
      <Say />
      <Shown query={query}>{(loop) => <Told loop={loop} />}</Shown>
    </Page>
  )
}

function Say() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const give = useChange('POST /api/organizations/:organization/adoption/feedback')
  const [title, setTitle] = useState('')
  const [words, setWords] = useState('')
  const [isNamed, setIsNamed] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    give.mutate(
      { params, body: { title, words, isNamed } },
      {
        onSuccess: () => {
          setTitle('')
          setWords('')
        },
      },
    )
  }
  return (
    <Section title={t('adoption.feedback.give')} says={t('adoption.feedback.giveSays')}>
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          className={styles.wide ?? ''}
          label={t('adoption.feedback.short')}
          required
          withAsterisk={false}
          minLength={3}
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Textarea
          className={styles.wide ?? ''}
          label={t('adoption.feedback.words')}
          required
          withAsterisk={false}
          minLength={3}
          maxLength={5000}
          autosize
          minRows={3}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Checkbox
          className={styles.wide ?? ''}
          label={t('adoption.feedback.named')}
          checked={isNamed}
          onChange={(event) => setIsNamed(event.currentTarget.checked)}
        />
        <div className={styles.wide}>
          <Wrong error={give.error} />
          <Act type="submit" isPrimary isBusy={give.isPending}>
            {t('adoption.feedback.send')}
          </Act>
        </div>
      </form>
      {give.data && (
        <p role="status">
          {t('adoption.feedback.kept', { number: give.data.number })}{' '}
          <a href={links.feedback(give.data.code)}>{t('adoption.feedback.follow')}</a>
        </p>
      )}
    </Section>
  )
}

function Told({ loop }: Readonly<{ loop: Loop }>) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Section title={t('adoption.feedback.told')} says={t('adoption.feedback.toldSays')}>
      {loop.late.length > 0 && (
        <p>{t('adoption.feedback.late', { count: loop.late.length, numbers: loop.late.join(', ') })}</p>
      )}
      {loop.told.length === 0 && <p className="second">{t('adoption.feedback.nothing')}</p>}
      <ul className={styles.cards}>
        {loop.told.map(({ number, said, answer, changed, on, state }) => (
          <li key={number}>
            <h3>{said}</h3>
            <p>{answer}</p>
            {changed && (
              <p>
                <strong>{t('adoption.feedback.changed')}</strong> {changed}
              </p>
            )}
            <p className="second">
              {t(`adoption.feedback.states.${state as 'answered'}`)}, {format.day(on)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
