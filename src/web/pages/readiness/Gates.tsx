import { useTranslation } from 'react-i18next'
import type { ToneName } from '#base/look.ts'
import type { Gate } from '../../data/readiness.ts'
import { Section } from '../../ui/Page.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Readiness.module.css'

const toneOf = { green: 'conforming', red: 'major', grey: 'not_assessed' } as const satisfies Record<
  Gate['colour'],
  ToneName
>

/** The gates on the way to the audit, with the reason of each. */
export function Gates({ gates }: Readonly<{ gates: readonly Gate[] }>) {
  const { t, i18n } = useTranslation()
  const titleOf = ({ id, title }: Gate) => {
    const key = `readiness.gateTitles.${id}`
    return i18n.exists(key) ? t(key as 'readiness.gateTitles.G1') : title
  }
  return (
    <Section title={t('readiness.gates')} term="gate" says={t('readiness.gatesSays')}>
      <ul className={styles.gates}>
        {gates.map((gate) => (
          <li key={gate.id}>
            <Verdict tone={toneOf[gate.colour]}>{t(`readiness.gate.${gate.colour}`)}</Verdict>
            <div>
              <strong>{titleOf(gate)}</strong>
              <p lang="en">{gate.because}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
