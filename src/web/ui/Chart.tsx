import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Chart.module.css'
import type { ChartDefinition } from './chart-definition.ts'

/** A line or bar chart with its finding above it and its figures below, for whoever reads rather than looks. */
export function Chart({
  definition,
  height = 280,
  heading: Heading = 'h3',
}: Readonly<{ definition: ChartDefinition; height?: number; heading?: 'h2' | 'h3' }>) {
  const { t } = useTranslation()
  const place = useRef<HTMLDivElement>(null)
  const scheme = useComputedColorScheme('light')

  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    let isGone = false
    let end = () => undefined as unknown
    void import('./chart-engine.ts').then(({ draw }) => {
      if (!isGone) end = draw(element, definition, scheme)
    })
    return () => {
      isGone = true
      end()
    }
  }, [definition, scheme])

  return (
    <figure className={styles.chart}>
      <figcaption>
        <Heading>{definition.title}</Heading>
        <p>{definition.says}</p>
      </figcaption>
      <div ref={place} role="img" aria-label={`${definition.title}. ${definition.says}`} style={{ height }} />
      <details>
        <summary>{t('ui.asTable')}</summary>
        <FigureTable definition={definition} />
      </details>
    </figure>
  )
}

function FigureTable({ definition }: Readonly<{ definition: ChartDefinition }>) {
  const { t } = useTranslation()
  const { categories, series, write, categoryHead } = definition
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{categoryHead}</th>
          {series.map(({ name }) => (
            <th key={name} scope="col" className="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {categories.map((category, at) => (
          <tr key={category}>
            <th scope="row">{category}</th>
            {series.map(({ name, values, notes }) => {
              const value = values[at]
              return (
                <td key={name} className="number">
                  {[value === undefined ? t('ui.noData') : write(value), notes?.[at]]
                    .filter(Boolean)
                    .join(', ')}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
