import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Samples.module.css'

type Population = Answered<'GET /api/organizations/:organization/populations'>['items'][number]
type DrawProps = Readonly<{
  populations: readonly Population[]
  period: Readonly<{ from: string; to: string }>
}>

/** What an input says about itself stands below it, so that the inputs of a row stand on one line. */
const order: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']
const greatestSeed = 4_294_967_295

/** Draws a sample by an own seed: decided before anybody looks, kept as it is, and repeatable. */
export function Draw({ populations, period }: DrawProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { params, to, whyNot } = useOrganization()
  const router = useRouter()
  const draw = useChange('POST /api/organizations/:organization/samples')
  const [name, setName] = useState('')
  const [key, setKey] = useState(() => keyOf(populations[0]))
  const [seed, setSeed] = useState<number | string>('')
  const [size, setSize] = useState<number | string>('')
  const [strata, setStrata] = useState<readonly string[]>([])
  const chosen = populations.find((one) => keyOf(one) === key) ?? populations[0]
  if (!chosen) return null

  const choose = (value: string) => {
    setKey(value)
    setStrata([])
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    const population =
      chosen.kind === 'check'
        ? { kind: chosen.kind, id: chosen.id }
        : { kind: chosen.kind, id: chosen.id, strata: [...strata] }
    const wanted = {
      method: 'random' as const,
      population,
      seed: Number(seed),
      ...(size === '' ? {} : { size: Number(size) }),
    }
    const title = name.trim() || t('samples.named', { population: chosen.title, seed })
    draw.mutate(
      { params, body: { name: title, order: wanted } },
      { onSuccess: ({ id }) => router.history.push(to.sample(id)) },
    )
  }
  return (
    <Section
      title={t('samples.draw')}
      says={t('samples.period', { from: format.day(period.from), to: format.day(period.to) })}
    >
      <form className={styles.form} onSubmit={send}>
        <Populations populations={populations} value={key} choose={choose} />
        <NumberInput
          inputWrapperOrder={order}
          label={t('samples.seed')}
          description={t('samples.seedHint')}
          value={seed}
          onChange={setSeed}
          min={0}
          max={greatestSeed}
          allowDecimal={false}
          hideControls
          required
          withAsterisk={false}
        />
        <NumberInput
          inputWrapperOrder={order}
          label={t('samples.size')}
          description={t('samples.sizeHint')}
          value={size}
          onChange={setSize}
          min={1}
          max={10_000}
          allowDecimal={false}
          hideControls
        />
        <TextInput
          inputWrapperOrder={order}
          label={t('samples.name')}
          description={t('samples.nameHint')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {chosen.strata.length > 0 && <Strata all={chosen.strata} value={strata} choose={setStrata} />}
        {chosen.mustSee.length > 0 && (
          <p className={styles.wide}>{t('samples.mustSeeSays', { cases: chosen.mustSee.join('; ') })}</p>
        )}
        <div className={styles.wide}>
          <Wrong error={draw.error} />
          <Act type="submit" isPrimary isBusy={draw.isPending} whyNot={whyNot('draw samples')}>
            {t('samples.drawDo')}
          </Act>
        </div>
      </form>
    </Section>
  )
}

type PopulationsProps = Readonly<{
  populations: readonly Population[]
  value: string
  choose: (key: string) => void
}>

function Populations({ populations, value, choose }: PopulationsProps) {
  const { t } = useTranslation()
  return (
    <NativeSelect
      label={t('samples.population')}
      value={value}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {(['population', 'check'] as const).map((kind) => (
        <optgroup key={kind} label={t(`samples.kinds.${kind}`)}>
          {populations
            .filter((one) => one.kind === kind)
            .map((one) => (
              <option key={one.id} value={keyOf(one)}>
                {one.title}
              </option>
            ))}
        </optgroup>
      ))}
    </NativeSelect>
  )
}

type StrataProps = Readonly<{
  all: readonly string[]
  value: readonly string[]
  choose: (strata: readonly string[]) => void
}>

function Strata({ all, value, choose }: StrataProps) {
  const { t } = useTranslation()
  return (
    <Checkbox.Group
      className={styles.wide}
      label={t('samples.strata')}
      description={t('samples.strataHint')}
      value={[...value]}
      onChange={choose}
    >
      <div className={styles.choices}>
        {all.map((one) => (
          <Checkbox key={one} value={one} label={one.replaceAll('_', ' ').replace(/ id$/, '')} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

function keyOf(population: Population | undefined): string {
  return population ? `${population.kind} ${population.id}` : ''
}
