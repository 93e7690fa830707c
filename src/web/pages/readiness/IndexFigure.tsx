import { useTranslation } from 'react-i18next'
import type { Index, Readiness } from '../../data/readiness.ts'
import { useFormat } from '../../ui/format.ts'
import { ReadinessBadge } from '../../ui/Verdict.tsx'
import styles from './Readiness.module.css'

/** The index as rated and as proposed, each with what holds it down. */
export function IndexFigure({ readiness }: Readonly<{ readiness: Readiness }>) {
  return (
    <div className={styles.indices}>
      {readiness.index.assessed > 0 && <OneIndex index={readiness.index} />}
      <OneIndex index={readiness.proposed} />
    </div>
  )
}

function OneIndex({ index }: Readonly<{ index: Index }>) {
  const { t } = useTranslation()
  const title = index.basis === 'ratings' ? t('readiness.asRated') : t('readiness.asProposed')
  return (
    <figure className={styles.index}>
      <figcaption>
        <h2>{title}</h2>
        <p>
          {t('readiness.indexOf', { index: index.index })} · <ReadinessBadge label={index.label} />
        </p>
      </figcaption>
      <Bar index={index} />
      <Caps index={index} />
    </figure>
  )
}

const width = 640
const at = (value: number) => (value / 100) * width

function Bar({ index }: Readonly<{ index: Index }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const [low, high] = [format.number(index.rawLow, 0), format.number(index.rawHigh, 0)]
  return (
    <div>
      <svg
        className={styles.bar}
        viewBox={`0 0 ${width} 36`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('readiness.indexAlt', { index: index.index, cap: index.cap, low, high })}
      >
        <rect x={0} y={14} width={width} height={12} fill="var(--line)" />
        <rect x={0} y={14} width={at(index.index)} height={12} fill="var(--accent)" />
        <rect
          x={at(index.rawLow)}
          y={30}
          width={Math.max(2, at(index.rawHigh) - at(index.rawLow))}
          height={3}
          fill="var(--second)"
        />
        {index.cap < 100 && (
          <path d={`M${at(index.cap)} 6V34`} stroke="var(--ink)" strokeWidth={2} strokeDasharray="3 3" />
        )}
      </svg>
      <div className={styles.ticks} aria-hidden="true">
        <span>0</span>
        <span>50</span>
        <span>100</span>
      </div>
      <p className={styles.note}>{t('readiness.range', { low, high })}</p>
    </div>
  )
}

function Caps({ index }: Readonly<{ index: Index }>) {
  const { t, i18n } = useTranslation()
  if (index.caps.length === 0) return <p className={styles.note}>{t('readiness.notCapped')}</p>
  const say = (cap: string) => {
    const key = `readiness.caps.${cap}`
    return i18n.exists(key) ? t(key as 'readiness.caps.requirements not assessed') : cap
  }
  return (
    <div className={styles.caps}>
      <p>{t('readiness.capped', { cap: index.cap })}</p>
      <ul>
        {index.caps.map((cap) => (
          <li key={cap}>{say(cap)}</li>
        ))}
      </ul>
    </div>
  )
}
