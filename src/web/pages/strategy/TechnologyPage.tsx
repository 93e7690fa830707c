import { useTranslation } from 'react-i18next'
import type { ToneName } from '#base/look.ts'
import { useAsk, useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { useWordsOf } from '../../data/register-words.ts'
import { Act } from '../../ui/Act.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { Figure, Tile, Tiles } from '../../ui/Figure.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Strategy.module.css'
import { StrategyTabs } from './StrategyTabs.tsx'

type Technology = Answered<'GET /api/organizations/:organization/technology'>
type Capability = Technology['capabilities'][number]

const toneOf = {
  proved: 'conforming',
  partly: 'partially',
  'not seen': 'minor',
  stated: 'opportunity',
  unknown: 'not_assessed',
} as const satisfies Record<Capability['standing'], ToneName>

/** Can our tools carry it? Tools with owner and contract, capabilities by clause as data show them, and options. */
export function TechnologyPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/technology', { params })
  return (
    <Page title={t('strategy.technology')} sentence={query.data && <Sentence technology={query.data} />}>
      <StrategyTabs />
      <Shown query={query}>
        {(technology) => (
          <>
            <Score technology={technology} />
            <Tools technology={technology} />
            <Options technology={technology} />
            <Capabilities capabilities={technology.capabilities} />
          </>
        )}
      </Shown>
    </Page>
  )
}

type TechnologyProps = Readonly<{ technology: Technology }>

function Sentence({ technology: { score } }: TechnologyProps) {
  const { t } = useTranslation()
  return score.score === undefined ? t('strategy.technologyNothing') : t('strategy.technologySays', score)
}

function Score({ technology: { score } }: TechnologyProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return (
    <Tiles>
      <Tile name={t('strategy.score')} says={t('strategy.scoreSays')}>
        <Figure
          value={score.score === undefined ? undefined : format.percent(score.score, 0)}
          href={to.dataQuality}
          origin={{ n: score.askable }}
        />
      </Tile>
    </Tiles>
  )
}

function useMoney({ currency }: Technology): (value: number | undefined) => string | undefined {
  const format = useFormat()
  return (value) => {
    if (value === undefined) return undefined
    return currency === undefined ? format.number(value, 0) : format.money(value, currency)
  }
}

function Tools({ technology }: TechnologyProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const money = useMoney(technology)
  const word = useWordsOf('assets')
  return (
    <Section
      title={t('strategy.toolsInUse')}
      actions={<To href={to.record('assets', 'new')}>{t('strategy.addTool')}</To>}
    >
      {technology.tools.length === 0 ? (
        <p className="second">{t('strategy.noTool')}</p>
      ) : (
        <ul className={styles.list}>
          {technology.tools.map((tool) => (
            <li key={tool.id}>
              <div>
                <To href={to.record('assets', tool.id)}>{tool.title}</To>
                <p className="second">{[tool.owner, tool.clauses.join(', ')].filter(Boolean).join(' · ')}</p>
                <p className={styles.small}>
                  {t('strategy.compatibility')}:{' '}
                  {tool.compatibility ? word(tool.compatibility) : t('strategy.notJudged')}.{' '}
                  {t('strategy.integrationRisk')}: {tool.integrationRisk ?? t('strategy.notJudged')}
                </p>
              </div>
              <div className={styles.small}>
                <div>
                  {t('strategy.cost')}: {money(tool.yearlyCost) ?? t('ui.noData')}
                </div>
                <div>
                  {t('strategy.contractEnds')}:{' '}
                  {tool.contractEndsOn ? format.day(tool.contractEndsOn) : t('ui.noData')}
                </div>
                {tool.isEnding && <Verdict tone="minor">{t('strategy.ending')}</Verdict>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Options({ technology }: TechnologyProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const money = useMoney(technology)
  const word = useWordsOf('technology-options')
  return (
    <Section
      title={t('strategy.options')}
      says={t('strategy.optionsSay')}
      actions={<To href={to.record('technology-options', 'new')}>{t('strategy.addOption')}</To>}
    >
      {technology.options.length === 0 ? (
        <p className="second">{t('strategy.noOption')}</p>
      ) : (
        <div className={styles.wide}>
          <table className={`${styles.matrix} ${styles.stacked}`} aria-label={t('strategy.options')}>
            <thead>
              <tr>
                <th scope="col">{t('strategy.option')}</th>
                <th scope="col">{t('strategy.fit')}</th>
                <th scope="col">{t('strategy.riskOf')}</th>
                <th scope="col" className={styles.number}>
                  {t('strategy.once')}
                </th>
                <th scope="col" className={styles.number}>
                  {t('strategy.cost')}
                </th>
                <th scope="col" className={styles.number}>
                  {t('strategy.effortOf')}
                </th>
                <th scope="col">{t('strategy.standsNow')}</th>
              </tr>
            </thead>
            <tbody>
              {technology.options.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <To href={to.record('technology-options', one.id)}>{one.title}</To>
                  </th>
                  <td>{one.fit && word(one.fit)}</td>
                  <td>{one.risk && word(one.risk)}</td>
                  <td className={styles.number}>{money(one.costOnce)}</td>
                  <td className={styles.number}>{money(one.costYearly)}</td>
                  <td className={styles.number}>
                    {one.effortDays !== undefined &&
                      t('strategy.effortDays', { likely: format.number(one.effortDays) })}
                  </td>
                  <td>
                    {word(one.state)}
                    {one.state === 'chosen' && <IntoCase option={one} />}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}

/** Puts the cost of a chosen option into the business case, without typing it again. */
function IntoCase({ option: { id, isInCase } }: Readonly<{ option: Technology['options'][number] }>) {
  const { t } = useTranslation()
  const { params, to, whyNot } = useOrganization()
  const put = useChange('POST /api/organizations/:organization/technology/options/:option/line')
  if (isInCase)
    return (
      <div>
        <To href={to.businessCase()}>{t('strategy.inCase')}</To>
      </div>
    )
  return (
    <div>
      <Act
        size="xs"
        isBusy={put.isPending}
        whyNot={whyNot('write the business case')}
        onClick={() => put.mutate({ params: { ...params, option: id } })}
      >
        {t('strategy.intoCase')}
      </Act>
      <Trouble error={put.error} />
    </div>
  )
}

function Capabilities({ capabilities }: Readonly<{ capabilities: readonly Capability[] }>) {
  const { t } = useTranslation()
  return (
    <Section title={t('strategy.capabilities')} says={t('strategy.capabilitiesSay')}>
      <EnglishNote />
      <div className={styles.wide}>
        <table className={`${styles.matrix} ${styles.stacked}`} aria-label={t('strategy.capabilities')}>
          <thead>
            <tr>
              <th scope="col">{t('strategy.capability')}</th>
              <th scope="col">{t('strategy.clause')}</th>
              <th scope="col">{t('strategy.standsNow')}</th>
            </tr>
          </thead>
          <tbody>
            {capabilities.map((one) => (
              <OneCapability key={one.id} capability={one} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function OneCapability({ capability }: Readonly<{ capability: Capability }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const { title, clause, standing, missing, filled, statements } = capability
  return (
    <tr>
      <th scope="row">
        <span lang="en">{title}</span>
      </th>
      <td>
        <To href={to.requirements({ q: clause })}>{clause}</To>
      </td>
      <td>
        <Verdict tone={toneOf[standing]}>{t(`strategy.standsAs.${standing}`)}</Verdict>
        {filled && filled.filled < filled.of && <div className="second">{t('strategy.filled', filled)}</div>}
        {missing.length > 0 && (
          <div className="second">{t('strategy.lacks', { columns: missing.join(', ') })}</div>
        )}
        {statements.map(({ tool, standing: said, note }) => (
          <div key={`${tool} ${said}`} className="second">
            {[`${tool}: ${t(`strategy.statedAs.${said}`)}`, note].filter(Boolean).join('. ')}
          </div>
        ))}
      </td>
    </tr>
  )
}
