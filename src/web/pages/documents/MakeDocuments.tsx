import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Language, languageCodes, languages } from '#base/language.ts'
import { useAsk, useChange } from '../../data/ask.ts'
import { hasEnded } from '../../data/ended-jobs.ts'
import { useJobs } from '../../data/jobs.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import { languageOf } from '../../words/words.ts'
import { Choice, type Chosen, choiceFor } from './Choice.tsx'
import styles from './Documents.module.css'
import { LeftOut } from './LeftOut.tsx'

/** What can be made, and what each is for. */
const makes = [
  { kind: 'gap report', says: 'documents.make', why: 'documents.whyGaps' },
  { kind: 'strategy framework', says: 'documents.makeStrategy', why: 'documents.whyStrategy' },
  { kind: 'implementation roadmap', says: 'documents.makeRoadmap', why: 'documents.whyRoadmap' },
  { kind: 'business case', says: 'documents.makeCase', why: 'documents.whyCase' },
  { kind: 'executive summary', says: 'documents.makeSummary', why: 'documents.whySummary' },
  { kind: 'process guidelines', says: 'documents.makeGuides', why: 'documents.whyGuides' },
  { kind: 'forms', says: 'documents.makeForms', why: 'documents.whyForms' },
  { kind: 'awareness deck', says: 'documents.makeAwareness', why: 'documents.whyAwareness' },
  { kind: 'playbook', says: 'documents.makePlaybook', why: 'documents.whyPlaybook' },
  { kind: 'oscal', says: 'documents.makeOscal', why: 'documents.whyOscal' },
  { kind: 'open data', says: 'documents.makeOpen', why: 'documents.whyOpen' },
] as const

/** What each document is for, with its button, and what all of them are made from. A job makes it, and goes on when the page is left. */
export function MakeDocuments() {
  const { t, i18n } = useTranslation()
  const { params, whyNot, organization } = useOrganization()
  const [snapshot, setSnapshot] = useState('')
  const [picked, setLanguage] = useState<Language>()
  const language = picked ?? languageOf(String(organization.settings.locale ?? i18n.language))
  const [chosen, setChosen] = useState<Chosen>({})
  const jobs = useJobs(params)
  const make = useChange('POST /api/organizations/:organization/documents')
  const isMaking = jobs.data?.items.some((job) => job.kind === 'documents' && !hasEnded(job)) ?? false
  const last = jobs.data?.items.find(({ kind }) => kind === 'documents')
  const busy = isMaking ? t('documents.isMaking') : undefined
  const from = snapshot === '' ? {} : { snapshot }
  return (
    <Section title={t('documents.toMake')}>
      <Wrong error={make.error} />
      <div className={styles.set}>
        <SnapshotChoice chosen={snapshot} choose={setSnapshot} />
        <NativeSelect
          label={t('documents.language')}
          value={language}
          onChange={({ currentTarget }) => setLanguage(languageOf(currentTarget.value))}
          data={languageCodes.map((code) => ({ value: code, label: languages[code] }))}
        />
        <Act
          isPrimary
          isBusy={make.isPending && make.variables?.body?.kind === 'whole set'}
          whyNot={whyNot('make documents') ?? busy}
          onClick={() => make.mutate({ params, body: { kind: 'whole set', language, ...from } })}
        >
          {t('documents.makeSet')}
        </Act>
        <p>{t('documents.whySet')}</p>
      </div>
      <p>{t('documents.languageSays')}</p>
      {last && <LeftOut job={last} />}
      <ul className={styles.makes}>
        {makes.map(({ kind, says, why }) => (
          <li key={kind}>
            <Act
              isBusy={make.isPending && make.variables?.body?.kind === kind}
              whyNot={whyNot(kind === 'open data' ? 'manage settings' : 'make documents') ?? busy}
              onClick={() =>
                make.mutate({
                  params,
                  body: { kind, language, ...choiceFor(kind, chosen), ...(kind === 'open data' ? {} : from) },
                })
              }
            >
              {t(says)}
            </Act>
            <p>{t(why)}</p>
            <Choice kind={kind} chosen={chosen} onChoose={setChosen} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Which snapshot documents are made from; those that hold too little are left out. */
function SnapshotChoice({ chosen, choose }: Readonly<{ chosen: string; choose: (id: string) => void }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { params } = useOrganization()
  const { data } = useAsk('GET /api/organizations/:organization/snapshots', { params, query: { limit: 200 } })
  const whole = data?.items.filter(({ parts, missing }) => parts.length > 0 && missing === undefined) ?? []
  return (
    <NativeSelect
      label={t('documents.from')}
      value={chosen}
      onChange={(event) => choose(event.currentTarget.value)}
      data={[
        { value: '', label: t('documents.fromNow') },
        ...whole.map(({ id, number, name, frozenAt, isForDocuments }) => ({
          value: id,
          label: isForDocuments
            ? t('documents.snapshot', { number, on: format.instant(frozenAt) })
            : t('documents.snapshotNamed', { number, on: format.instant(frozenAt), name }),
        })),
      ]}
    />
  )
}
