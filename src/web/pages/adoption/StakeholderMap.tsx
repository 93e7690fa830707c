import { useTranslation } from 'react-i18next'
import type { ToneName } from '#base/look.ts'
import { useOrganization } from '../../data/organization.ts'
import { Legend } from '../../ui/HeatMap.tsx'
import { Shape } from '../../ui/Shape.tsx'
import { To } from '../../ui/To.tsx'
import type { Stakeholder } from './adoption.ts'
import styles from './Map.module.css'

const tones = {
  blocks: 'major',
  doubts: 'minor',
  neutral: 'partially',
  supports: 'opportunity',
  drives: 'conforming',
} as const satisfies Record<string, ToneName>

/** Power and interest run from 1 to 5; the field reaches half a step beyond on each side. */
const share = (value: number) => ((value - 0.5) / 5) * 100
/** From here on power or interest is high. */
const limit = share(3.5)

/** The grid of power against interest: each stakeholder at his place, shape and colour telling the attitude. */
export function StakeholderMap({ items }: Readonly<{ items: readonly Stakeholder[] }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const placed = spread(items)
  return (
    <figure className={styles.figure}>
      <div className={styles.field}>
        <span className={styles.power}>{t('adoption.stakeholders.power')} →</span>
        <div className={styles.grid}>
          <span className={styles.across} style={{ bottom: `${limit}%` }} />
          <span className={styles.up} style={{ left: `${limit}%` }} />
          <span className={styles.quarter} data-at="top left">
            {t('adoption.stakeholders.quadrants.keep satisfied')}
          </span>
          <span className={styles.quarter} data-at="top right">
            {t('adoption.stakeholders.quadrants.manage closely')}
          </span>
          <span className={styles.quarter} data-at="bottom left">
            {t('adoption.stakeholders.quadrants.monitor')}
          </span>
          <span className={styles.quarter} data-at="bottom right">
            {t('adoption.stakeholders.quadrants.keep informed')}
          </span>
          {placed.map(({ item, left, bottom }) => (
            <To
              key={item.id}
              href={to.record('stakeholders', item.id)}
              className={styles.mark ?? ''}
              data-side={left > 70 ? 'left' : undefined}
              style={{ left: `${left}%`, bottom: `${bottom}%` }}
              aria-label={[
                item.name,
                t(`adoption.stakeholders.quadrants.${item.quadrant}`),
                item.attitudeNow ? t(`adoption.stakeholders.attitudes.${item.attitudeNow}`) : t('ui.noData'),
              ].join(', ')}
            >
              <span style={{ color: `var(--tone-${toneOf(item)})` }}>
                <Shape tone={toneOf(item)} />
              </span>
              <span className={styles.name}>{item.name}</span>
            </To>
          ))}
        </div>
        <span className={styles.interest}>{t('adoption.stakeholders.interest')} →</span>
      </div>
      <figcaption>
        <Legend
          entries={(['drives', 'supports', 'neutral', 'doubts', 'blocks'] as const).map((attitude) => ({
            tone: tones[attitude],
            label: t(`adoption.stakeholders.attitudes.${attitude}`),
          }))}
        />
      </figcaption>
    </figure>
  )
}

function toneOf({ attitudeNow }: Stakeholder): ToneName {
  return attitudeNow ? tones[attitudeNow] : 'not_assessed'
}

/** How far apart two marks of one interest stand at least, in per cent of the height. */
const apart = 6

/** Those of one interest stand below each other, as near to their power as there is room, so that each can be read and hit. */
function spread(items: readonly Stakeholder[]) {
  return [...Map.groupBy(items, ({ interest }) => interest)].flatMap(([interest, own]) => {
    const sorted = own.toSorted((one, other) => other.power - one.power)
    const wanted = sorted.map(({ power }, at) => {
      const alike = sorted.filter((one) => one.power === power)
      return (
        share(power) +
        ((alike.length - 1) / 2 - (at - sorted.findIndex((one) => one.power === power))) * apart
      )
    })
    const heights: number[] = []
    for (const height of wanted) heights.push(Math.min(height, (heights.at(-1) ?? 100) - apart))
    const lift = Math.max(0, apart / 2 - (heights.at(-1) ?? 100))
    return sorted.map((item, at) => ({
      item,
      left: share(interest),
      bottom: (heights[at] ?? 0) + lift,
    }))
  })
}
