import { NativeSelect, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import styles from './Strategy.module.css'
import { StrategyTabs } from './StrategyTabs.tsx'

type Profile = Answered<'GET /api/organizations/:organization/tailoring'>
type Tailoring = NonNullable<Profile['tailoring']>

/** What size and sector change: questions, effort, roles, examples, each with its rule; other values can be tried. */
export function ProfilePage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const [staff, setStaff] = useState<number>()
  const [sector, setSector] = useState<string>()
  const query = useAsk('GET /api/organizations/:organization/tailoring', {
    params,
    query: { ...(staff ? { itStaff: staff } : {}), ...(sector ? { sector } : {}) },
  })
  return (
    <Page title={t('strategy.profile')} sentence={query.data && <Sentence profile={query.data} />}>
      <StrategyTabs />
      <Shown query={query}>
        {(profile) => (
          <>
            <div className={styles.row}>
              <NumberInput
                label={t('strategy.staff')}
                min={1}
                max={1_000_000}
                allowDecimal={false}
                hideControls
                value={staff ?? profile.known.itStaff ?? ''}
                onChange={(value) => setStaff(Number(value) || undefined)}
              />
              <NativeSelect
                label={t('strategy.sector')}
                value={sector ?? profile.known.sectorId ?? ''}
                onChange={(event) => setSector(event.currentTarget.value || undefined)}
                data={[
                  { value: '', label: t('strategy.anySector') },
                  ...profile.sectors.map(({ id, title }) => ({ value: id, label: title })),
                ]}
              />
            </div>
            {staff !== undefined && profile.known.itStaff !== undefined && (
              <p className="second">{t('strategy.tried', { staff: profile.known.itStaff })}</p>
            )}
            {profile.tailoring && <Answer tailoring={profile.tailoring} />}
          </>
        )}
      </Shown>
    </Page>
  )
}

function Sentence({ profile: { tailoring } }: Readonly<{ profile: Profile }>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!tailoring) return t('strategy.profileNothing')
  const { itStaff, size, questions, effort } = tailoring
  return t('strategy.profileSays', {
    staff: itStaff,
    size: size.title,
    questions: questions.count,
    days: format.number(effort.likelyDays, 0),
  })
}

function Answer({ tailoring }: Readonly<{ tailoring: Tailoring }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { questions, effort, size, sector } = tailoring
  return (
    <>
      <EnglishNote />
      <Facts
        facts={[
          {
            name: t('strategy.questions'),
            value: (
              <>
                {t(`strategy.${questions.kind}`)} ({questions.count}).{' '}
                <span lang="en">{questions.because}</span>
              </>
            ),
          },
          {
            name: t('strategy.effortRule'),
            value: t('strategy.effortRuleSays', {
              reference: format.number(effort.referenceDays, 0),
              factor: format.number(effort.factor, 2),
              rule: effort.rule,
            }),
          },
          { name: t('strategy.roles'), value: t('strategy.rolesAtLeast', { count: size.rolesAtLeast }) },
          { name: t('strategy.guide'), value: <span lang="en">{size.guide}</span> },
        ]}
      />
      <div className={styles.columns}>
        <Rules title={t('strategy.together')} rules={size.combines} />
        <Rules title={t('strategy.apart')} rules={size.apart} />
        <section aria-label={t('strategy.examples')}>
          <h2>{t('strategy.examples')}</h2>
          <ul className={styles.plain} lang="en">
            {size.examples.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
      </div>
      {sector && <Sector sector={sector} />}
    </>
  )
}

function Rules({ title, rules }: Readonly<{ title: string; rules: Tailoring['size']['apart'] }>) {
  const { t } = useTranslation()
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {rules.length === 0 && <p className="second">{t('strategy.nothing')}</p>}
      <ul className={styles.plain} lang="en">
        {rules.map(({ roles, because }) => (
          <li key={roles.join()}>
            {roles.join(', ')}
            <div className="second">{because}</div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Sector({ sector }: Readonly<{ sector: NonNullable<Tailoring['sector']> }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return (
    <Section title={sector.title} says={t('strategy.sectorHint')}>
      <Facts
        facts={[
          { name: t('strategy.duties'), value: <span lang="en">{sector.duties.join(', ')}</span> },
          {
            name: t('strategy.watch'),
            value: (
              <span lang="en">
                {sector.watch.clauses.join(', ')}. {sector.watch.because}
              </span>
            ),
          },
          {
            name: t('strategy.measures'),
            value: sector.measures.map(({ id, title }) => (
              <div key={id} className={styles.entry}>
                <To href={to.measure(id)}>
                  <span lang="en">{title}</span>
                </To>
              </div>
            )),
          },
          { name: t('strategy.examples'), value: <span lang="en">{sector.example}</span> },
        ]}
      />
    </Section>
  )
}
