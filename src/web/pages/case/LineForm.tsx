import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { type Fact, Facts } from '../../ui/Facts.tsx'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import type { Line } from './business-case.ts'
import styles from './Case.module.css'

type Class = 'hard' | 'freed time' | 'soft'

/** One line to be decided on: as what it counts, who answers for it, how an overlap was settled. */
export function LineForm({ line, close }: Readonly<{ line: Line; close: () => void }>) {
  const { t } = useTranslation()
  const { params, to, whyNot } = useOrganization()
  const say = useToast()
  const put = useChange('PUT /api/organizations/:organization/case/lines/:line')
  const [kind, setKind] = useState(line.class as Class) // a word of the contract
  const [owner, setOwner] = useState(line.owner)
  const [settled, setSettled] = useState(line.settled)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const chosen = line.classes.length > 0 ? { class: kind } : {}
    put.mutate(
      {
        params: { ...params, line: line.id },
        body: { isIn: line.isIn, settled, owner, ...chosen },
        ifMatch: line.version,
      },
      {
        onSuccess: () => {
          say(t('ui.saved'))
          close()
        },
      },
    )
  }
  const facts: Fact[] = [
    ...(line.guard ? [{ name: t('businessCase.guard'), value: <span lang="en">{line.guard}</span> }] : []),
    ...(line.proof
      ? [{ name: t('businessCase.proof'), value: <To href={to.measure(line.proof)}>{line.proof}</To> }]
      : []),
  ]
  return (
    <Section title={line.title}>
      <Facts facts={facts} />
      <form className={styles.form} onSubmit={send}>
        {line.classes.length > 1 && (
          <NativeSelect
            label={t('businessCase.countsAs')}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as Class)} // the options are classes
          >
            {line.classes.map((one) => (
              <option key={one} value={one}>
                {t(`businessCase.class.${one as Class}`)}
              </option>
            ))}
          </NativeSelect>
        )}
        <TextInput
          label={t('businessCase.owner')}
          value={owner}
          maxLength={200}
          onChange={(event) => setOwner(event.currentTarget.value)}
        />
        {line.side === 'benefit' && (
          <Textarea
            className={styles.all ?? ''}
            label={t('businessCase.settled')}
            value={settled}
            maxLength={2000}
            onChange={(event) => setSettled(event.currentTarget.value)}
          />
        )}
        <div className={styles.all}>
          <Wrong error={put.error} />
          <Act type="submit" isBusy={put.isPending} whyNot={whyNot('write the business case')}>
            {t('businessCase.save')}
          </Act>
        </div>
      </form>
    </Section>
  )
}
