import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format.ts'
import type { Stakeholder } from './adoption.ts'

const order = ['blocks', 'doubts', 'neutral', 'supports', 'drives'] as const
const [width, height, edge] = [110, 24, 4]

/** How an attitude went, as a small line from blocks (bottom) to drives (top); read out in words. */
export function AttitudeLine({
  name,
  attitudes,
}: Readonly<{ name: string; attitudes: Stakeholder['attitudes'] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (attitudes.length === 0) return <span className="second">{t('ui.noData')}</span>
  const said = attitudes
    .map(({ on, attitude }) => `${format.day(on)}: ${t(`adoption.stakeholders.attitudes.${attitude}`)}`)
    .join(', ')
  const x = (at: number) =>
    edge + (attitudes.length < 2 ? 0 : (at / (attitudes.length - 1)) * (width - 2 * edge))
  const y = (attitude: (typeof order)[number]) =>
    height - edge - (order.indexOf(attitude) / (order.length - 1)) * (height - 2 * edge)
  const points = attitudes.map(({ attitude }, at) => `${x(at)},${y(attitude)}`)
  const last = attitudes.at(-1)
  return (
    <svg
      width={width}
      height={height}
      style={{ display: 'block' }}
      role="img"
      aria-label={`${name}. ${said}`}
    >
      <title>{said}</title>
      <path d={`M0 ${height / 2}H${width}`} stroke="var(--line)" />
      <polyline points={points.join(' ')} fill="none" stroke="var(--accent)" strokeWidth="2" />
      {last && <circle cx={x(attitudes.length - 1)} cy={y(last.attitude)} r={3} fill="var(--accent)" />}
    </svg>
  )
}
