import { NativeSelect, TextInput } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useSaid } from '../../ui/instrument.ts'
import { Section } from '../../ui/Page.tsx'
import { Empty } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Adoption.module.css'

type Asking = Answered<'GET /api/organizations/:organization/adoption/instruments'>
type SendSurveyProps = Readonly<Pick<Asking, 'instruments' | 'units'>>

/** No unit of the group: it is not asked. */
const nobody = ''

/** Sends a survey: which questions, to which groups, until when, and who was heard before. */
export function SendSurvey({ instruments, units }: SendSurveyProps) {
  const { t } = useTranslation()
  const said = useSaid()
  const { params, to, whyNot } = useOrganization()
  const router = useRouter()
  const send = useChange('POST /api/organizations/:organization/adoption/surveys')
  const [instrument, setInstrument] = useState(instruments[0]?.id ?? '')
  const [title, setTitle] = useState('')
  const [heard, setHeard] = useState('')
  const [closesOn, setClosesOn] = useState('')
  const [groupOf, setGroupOf] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(units.map(({ name }) => [name, name])),
  )
  const chosen = instruments.find(({ id }) => id === instrument)
  if (units.length === 0)
    return (
      <Empty
        title={t('adoption.surveys.nobody')}
        says={t('adoption.surveys.nobodySays')}
        action={<To href={to.register('workforce')}>{t('registers.titles.workforce')}</To>}
      />
    )
  if (!chosen) return null
  const groups = groupsOf(units, groupOf)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = {
      instrument,
      title: title.trim() || said(chosen.title),
      heard,
      closesOn,
      groups: groups.map(({ name, units: own }) => ({ name, units: [...own] })),
    }
    send.mutate({ params, body }, { onSuccess: ({ id }) => router.history.push(to.survey(id)) })
  }
  return (
    <Section title={t('adoption.surveys.send')} says={t('adoption.surveys.sendSays')}>
      <form className={styles.form} onSubmit={submit}>
        <NativeSelect
          label={t('adoption.surveys.kind')}
          description={said(chosen.says)}
          value={instrument}
          data={instruments.map((one) => ({ value: one.id, label: said(one.title) }))}
          onChange={(event) => setInstrument(event.currentTarget.value)}
        />
        <TextInput
          label={t('adoption.surveys.name')}
          description={t('adoption.surveys.nameHint')}
          value={title}
          maxLength={200}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput
          label={t('adoption.surveys.heard')}
          description={t('adoption.surveys.heardHint')}
          value={heard}
          required
          withAsterisk={false}
          minLength={3}
          maxLength={300}
          onChange={(event) => setHeard(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('adoption.surveys.closesOn')}
          description={t('adoption.surveys.closesHint')}
          value={closesOn}
          required
          withAsterisk={false}
          onChange={(event) => setClosesOn(event.currentTarget.value)}
        />
        <Groups units={units} groupOf={groupOf} setGroupOf={setGroupOf} smallest={chosen.smallest} />
        <div className={styles.wide}>
          <Wrong error={send.error} />
          <Act type="submit" isPrimary isBusy={send.isPending} whyNot={whyNot('send surveys')}>
            {t('adoption.surveys.sendDo', {
              count: groups.reduce((sum, { reachable }) => sum + reachable, 0),
            })}
          </Act>
        </div>
      </form>
    </Section>
  )
}

type GroupOf = Readonly<Record<string, string>>
type GroupsProps = Readonly<{
  units: SendSurveyProps['units']
  groupOf: GroupOf
  setGroupOf: (groupOf: GroupOf) => void
  smallest: number
}>

/** Which units are shown together, and which are not asked. */
function Groups({ units, groupOf, setGroupOf, smallest }: GroupsProps) {
  const { t } = useTranslation()
  return (
    <fieldset className={styles.groups}>
      <legend>{t('adoption.surveys.groups')}</legend>
      <p className="second">{t('adoption.surveys.groupsHint', { smallest: smallest })}</p>
      {units.map(({ name, people, reachable }) => (
        <NativeSelect
          key={name}
          label={t('adoption.surveys.unit', { name, people, reachable })}
          value={groupOf[name] ?? nobody}
          data={[
            ...units.map((one) => ({
              value: one.name,
              label:
                one.name === name
                  ? t('adoption.surveys.ownGroup')
                  : t('adoption.surveys.joined', { name: one.name }),
            })),
            { value: nobody, label: t('adoption.surveys.notAsked') },
          ]}
          onChange={(event) => setGroupOf({ ...groupOf, [name]: event.currentTarget.value })}
        />
      ))}
    </fieldset>
  )
}

/** The groups as they were put together; each is called after its units. */
function groupsOf(units: SendSurveyProps['units'], groupOf: Readonly<Record<string, string>>) {
  const asked = units.filter(({ name }) => (groupOf[name] ?? nobody) !== nobody)
  return [...Map.groupBy(asked, ({ name }) => groupOf[name] ?? name)].map(([, own]) => ({
    name: own
      .map(({ name }) => name)
      .join(' + ')
      .slice(0, 120),
    units: own.map(({ name }) => name),
    reachable: own.reduce((sum, { reachable }) => sum + reachable, 0),
  }))
}
