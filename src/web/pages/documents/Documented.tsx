import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languageCodes, languages } from '#base/language.ts'
import { useAsk, useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { hasEnded } from '../../data/ended-jobs.ts'
import { useJobs } from '../../data/jobs.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Documents.module.css'

type Listed = Answered<'GET /api/organizations/:organization/documented'>
type One = Listed['items'][number]
type Language = Listed['language']

/** The documents that management signs: in which language, about what, what each lacks, and a button that fills it. */
export function Documented() {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const [language, setLanguage] = useState<Language>()
  const may = whyNot('make documents') === undefined
  const asked = { params, query: language === undefined ? {} : { language } }
  const query = useAsk('GET /api/organizations/:organization/documented', may ? asked : undefined)
  if (!may) return null
  return (
    <Section title={t('documented.title')} says={t('documented.says')}>
      <Shown query={query}>
        {(listed) => (
          <>
            <NativeSelect
              label={t('documented.language')}
              className={styles.language ?? ''}
              data={languageCodes.map((code) => ({ value: code, label: languages[code] }))}
              value={listed.language}
              onChange={({ currentTarget: { value } }) =>
                setLanguage(languageCodes.find((code) => code === value))
              }
            />
            <Cards {...listed} />
          </>
        )}
      </Shown>
    </Section>
  )
}

function Cards({ items, language }: Listed) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const jobs = useJobs(params)
  const make = useChange('POST /api/organizations/:organization/documented')
  const isMaking = jobs.data?.items.some((job) => job.kind === 'documents' && !hasEnded(job)) ?? false
  return (
    <>
      <Wrong error={make.error} />
      <ul className={styles.makes}>
        {items.map((one) => (
          <Card
            key={one.kind}
            one={one}
            isBusy={make.isPending && make.variables?.body?.kind === one.kind}
            whyNot={isMaking ? t('documents.isMaking') : undefined}
            make={(subject) =>
              make.mutate({
                params,
                body: { kind: one.kind, language, ...(subject === undefined ? {} : { subject }) },
              })
            }
          />
        ))}
      </ul>
    </>
  )
}

type CardProps = Readonly<{
  one: One
  isBusy: boolean
  whyNot: string | undefined
  make: (subject: string | undefined) => void
}>

function Card({ one, isBusy, whyNot, make }: CardProps) {
  const { t } = useTranslation()
  const { title, number, clauses, subjects } = one
  const [subject, setSubject] = useState<string>()
  const chosen = subject ?? subjects[0]?.id
  return (
    <li className={styles.signed}>
      <h3>{title}</h3>
      <p className="second">{t('documented.which', { number, clauses: clauses.join(', ') })}</p>
      {subjects.length > 0 && (
        <NativeSelect
          label={t('documented.about')}
          data={subjects.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen ?? ''}
          onChange={({ currentTarget: { value } }) => setSubject(value)}
        />
      )}
      <Missing one={one} isFirst={chosen === subjects[0]?.id} />
      <Act isBusy={isBusy} whyNot={whyNot} onClick={() => make(chosen)}>
        {t('documented.make', { title })}
      </Act>
    </li>
  )
}

/** What is missing before approval; known of the first subject, and told in each document. */
function Missing({ one: { missing, subjects }, isFirst }: Readonly<{ one: One; isFirst: boolean }>) {
  const { t } = useTranslation()
  if (!isFirst) return <p>{t('documented.inDocument')}</p>
  if (missing.length === 0) return <p>{t('documented.whole')}</p>
  return (
    <details>
      <summary>
        {subjects.length === 0
          ? t('documented.missing', { count: missing.length })
          : t('documented.missingFirst', { count: missing.length, name: subjects[0]?.name ?? '' })}
      </summary>
      <ul className={styles.missing}>
        {missing.map(({ heading, says }) => (
          <li key={`${heading} ${says}`}>
            <strong>{heading}</strong>: {says}
          </li>
        ))}
      </ul>
    </details>
  )
}
