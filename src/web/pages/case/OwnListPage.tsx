import { useTranslation } from 'react-i18next'
import { type Answered, addressOf } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { FateBadge } from '../../ui/Fate.tsx'
import { useFormat } from '../../ui/format.ts'
import { ListImport } from '../../ui/ListImport.tsx'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import styles from './Case.module.css'
import { Wide } from './Wide.tsx'

const key = 'POST /api/organizations/:organization/case/own-line-list'
type List = Answered<typeof key>

/** Takes a list of own lines: what each row would do, and then does it. */
export function OwnListPage() {
  const { t } = useTranslation()
  const { params, to, whyNot } = useOrganization()
  return (
    <ListImport<List>
      title={t('ownLines.import')}
      says={t('ownLines.importSays')}
      takes={t('ownLines.takes')}
      trail={<To href={to.caseLines}>{t('businessCase.lines')}</To>}
      whyNot={whyNot('write the business case')}
      address={(digest) => addressOf(key, { params, query: { digest } })}
      apply={(count) => t('ownLines.apply', { count })}
      applied={(count) => t('ownLines.applied', { count })}
      rows={(list) => <Rows list={list} />}
      below={
        <Section title={t('imports.columns')} says={t('ownLines.columns')}>
          <p lang="en">
            Line; Side; Counts as; Unit; Price low; Price likely; Price high; Once low; Once likely; Once
            high; Yearly low; Yearly likely; Yearly high; Once in year; First year; Last year; Realised share;
            Programme share; Claims; Leaves out; Measure; Source; Quality; Owner; Note; Kind of cost; Where;
            Only with certificate; In the case; Overlap settled
          </p>
        </Section>
      }
    />
  )
}

/** Every row with its fate, its likely amounts before and after, what differs, and why it is refused. */
function Rows({ list }: Readonly<{ list: List }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const amounts = (line: List['rows'][number]['before']) =>
    [line?.once?.base, line?.yearly?.base].map((one) => (one === undefined ? '–' : format.number(one)))
  return (
    <Wide label={t('imports.rows')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('imports.line')}</th>
            <th scope="col">{t('businessCase.line')}</th>
            <th scope="col">{t('imports.fate')}</th>
            <th scope="col">{t('ownLines.before')}</th>
            <th scope="col">{t('ownLines.after')}</th>
            <th scope="col">{t('ownLines.differs')}</th>
            <th scope="col">{t('ownLines.whyNot')}</th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => (
            <tr key={row.line}>
              <td>{row.line}</td>
              <th scope="row">{row.title}</th>
              <td>
                <FateBadge fate={row.fate} isDone={list.isApplied} />
              </td>
              <td>{amounts(row.before).join(' / ')}</td>
              <td>{amounts(row.after).join(' / ')}</td>
              <td lang="en">
                {row.changes.map(({ column, before, after }) => (
                  <div key={column}>
                    {column}: {before || '–'} → {after || '–'}
                  </div>
                ))}
              </td>
              <td lang="en">{row.reason ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
