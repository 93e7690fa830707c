import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { useAddress } from '../../ui/address.ts'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { MeasureTile } from '../../ui/MeasureTile.tsx'
import { latestOf, type Measure, type MeasureList, reaches } from '../../ui/measure-view.ts'
import { Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import styles from './Evidence.module.css'
import { EvidenceFrame } from './EvidenceFrame.tsx'
import { NoEvidence } from './NoEvidence.tsx'
import { sayId } from './say-id.ts'

/** All measures as small multiples: those that are looked at first on top, then process by process. */
export function MeasuresPage() {
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/measures', { params, query: {} })
  return (
    <Shown query={query}>
      {(list) => (
        <EvidenceFrame sentence={list.items.length > 0 && <Sentence list={list} />}>
          {list.items.length === 0 ? <NoEvidence /> : <Multiples list={list} />}
        </EvidenceFrame>
      )}
    </Shown>
  )
}

function Sentence({ list: { items } }: Readonly<{ list: MeasureList }>) {
  const { t } = useTranslation()
  return t('evidence.measuresSay', { ...countReached(items), all: items.length })
}

/** How many measures reach their target, miss it, and say nothing. */
function countReached(items: readonly Measure[]) {
  const reached = items.map((measure) => {
    const latest = latestOf(measure)
    return latest && reaches(measure, latest.now)
  })
  return {
    met: reached.filter((one) => one === true).length,
    missed: reached.filter((one) => one === false).length,
    silent: items.filter((measure) => latestOf(measure) === undefined).length,
  }
}

function Multiples({ list: { items } }: Readonly<{ list: MeasureList }>) {
  const { t } = useTranslation()
  const { said } = useAddress()
  const wanted = said.process
  const processes = useMemo(() => byProcess(items), [items])
  const shown = wanted ? processes.filter(([process]) => process === wanted) : processes
  return (
    <>
      <EnglishNote />
      {!wanted && (
        <Section title={t('evidence.headline')}>
          <div className={styles.four}>
            {items
              .filter(({ headline }) => headline)
              .map((measure) => (
                <MeasureTile key={measure.id} measure={measure} />
              ))}
          </div>
        </Section>
      )}
      <Process processes={processes.map(([process]) => process)} />
      {shown.map(([process, measures]) => (
        <Folded key={process} process={process} measures={measures} isOpen={wanted === process} />
      ))}
    </>
  )
}

type FoldedProps = Readonly<{ process: string; measures: readonly Measure[]; isOpen: boolean }>

/** The measures of one process, folded to a line that counts them; drawn once they are opened. */
function Folded({ process, measures, isOpen }: FoldedProps) {
  const { t } = useTranslation()
  const [wasOpen, setOpen] = useState(isOpen)
  const { met, missed, silent } = countReached(measures)
  return (
    <details
      className={styles.folded}
      open={isOpen}
      onToggle={(event) => event.currentTarget.open && setOpen(true)}
    >
      <summary>
        <h2>{sayId(process)}</h2>
        <span className="second">
          {t('evidence.foldedSays', { count: measures.length, met, missed, silent })}
        </span>
      </summary>
      {(wasOpen || isOpen) && (
        <div className={styles.multiples}>
          {measures.map((measure) => (
            <MeasureTile key={measure.id} measure={measure} />
          ))}
        </div>
      )}
    </details>
  )
}

/** Which process is shown; it stands in the address. */
function Process({ processes }: Readonly<{ processes: readonly string[] }>) {
  const { t } = useTranslation()
  const { said, say } = useAddress()
  return (
    <select
      className={styles.choice}
      aria-label={t('ui.filterBy', { column: t('evidence.process') })}
      value={said.process ?? ''}
      onChange={(event) => say({ process: event.currentTarget.value })}
    >
      <option value="">{t('evidence.everyProcess')}</option>
      {processes.map((process) => (
        <option key={process} value={process}>
          {sayId(process)}
        </option>
      ))}
    </select>
  )
}

/** Processes with the most cases first; within each the measures that found something before the silent ones. */
function byProcess(items: readonly Measure[]): readonly (readonly [string, readonly Measure[]])[] {
  const cases = (measure: Measure) => measure.points.reduce((sum, { n }) => sum + n, 0)
  const groups = [...Map.groupBy(items, ({ process }) => process)]
  const most = (measures: readonly Measure[]) => Math.max(...measures.map(cases))
  return groups
    .toSorted(([, a], [, b]) => most(b) - most(a))
    .map(([process, measures]) => [process, measures.toSorted((a, b) => cases(b) - cases(a))] as const)
}
