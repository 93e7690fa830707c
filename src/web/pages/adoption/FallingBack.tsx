import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { useSaid } from '../../ui/instrument.ts'
import { Section } from '../../ui/Page.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './Adoption.module.css'

type Overview = Answered<'GET /api/organizations/:organization/adoption'>
type Falling = Overview['falling'][number]

const causes = { A: 'awareness', D: 'desire', K: 'knowledge', B: 'ability', R: 'reinforcement' } as const

/** Groups that fell back since the last survey, each with what helps; one click notes it as a sign of resistance. */
export function FallingBack({ overview }: Readonly<{ overview: Overview }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const said = useSaid()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const write = useChange('POST /api/organizations/:organization/registers/:register/records')
  const { falling, readiness, resistance } = overview
  const left = falling.filter(
    ({ unit, step }) =>
      !resistance.some((one) => one.unit === unit && one.cause === causes[step as keyof typeof causes]), // steps of the instrument
  )
  if (!readiness || left.length === 0) return null
  const nameOf = (step: string) => {
    const name = readiness.names[step]
    return name ? said(name) : step
  }
  const textOf = ({ unit, step, points, low, high }: Falling) =>
    t('adoption.falling.says', {
      unit,
      step: nameOf(step),
      points: format.number(Math.abs(points), 0),
      low: format.number(Math.abs(high), 0),
      high: format.number(Math.abs(low), 0),
    })
  const note = (one: Falling) => {
    const step = one.step as keyof typeof causes // steps of the instrument
    const data = {
      sign: textOf(one),
      unit: one.unit,
      seen_on: readiness.on,
      seen_in: readiness.title,
      cause: causes[step],
      measure: t(`adoption.measures.${step}`),
    }
    write.mutate(
      { params: { ...params, register: 'resistance' }, body: { data } },
      { onSuccess: () => say(t('ui.saved')) },
    )
  }
  return (
    <Section title={t('adoption.falling.title')} says={t('adoption.falling.because')}>
      <Trouble error={write.error} />
      <ul className={styles.cards}>
        {left.map((one) => (
          <li key={`${one.unit} ${one.step}`}>
            <h3>{textOf(one)}</h3>
            <p>{t(`adoption.measures.${one.step as keyof typeof causes}`)}</p>
            <Act
              size="xs"
              isBusy={write.isPending}
              whyNot={whyNot('write registers')}
              label={`${t('adoption.falling.note')}: ${one.unit}, ${nameOf(one.step)}`}
              onClick={() => note(one)}
            >
              {t('adoption.falling.note')}
            </Act>
          </li>
        ))}
      </ul>
    </Section>
  )
}
