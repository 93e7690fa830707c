import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { useToast } from '../../ui/Toasts.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Findings.module.css'
import { categories, type Finding } from './finding.ts'
import { useKeep } from './keep.ts'

type CauseRow = Finding['causeRows'][number]
/** A row while it is written: it keeps its key although its words change. */
type DraftRow = CauseRow & Readonly<{ key: number }>

/** Why it happened: why after why, or causes by category; approved by somebody else than its author. */
export function Cause({ finding }: Readonly<{ finding: Finding }>) {
  const isOver = !['raised', 'contained', 'analysing'].includes(finding.state)
  return (
    <>
      {finding.mayWork && !isOver ? <EditCause finding={finding} /> : <ReadCause finding={finding} />}
      <Approval finding={finding} />
    </>
  )
}

function ReadCause({ finding }: Readonly<{ finding: Finding }>) {
  const { t } = useTranslation()
  const { causeRows, rootCause, causeCategory, extentCheck } = finding
  if (causeRows.length === 0) return <p>{t('findings.notYet')}</p>
  return (
    <>
      <ol className={styles.whys}>
        {causeRows.map(({ category, says }) => (
          <li key={`${category} ${says}`}>
            {category && <span className="second">{t(`findings.categories.${category}`)}: </span>}
            {says}
          </li>
        ))}
      </ol>
      <Facts
        facts={[
          { name: t('findings.rootCause'), value: rootCause },
          ...(causeCategory
            ? [{ name: t('findings.category'), value: t(`findings.categories.${causeCategory}`) }]
            : []),
          { name: t('findings.extentCheck'), value: extentCheck },
        ]}
      />
    </>
  )
}

function EditCause({ finding }: Readonly<{ finding: Finding }>) {
  const { t } = useTranslation()
  const { keep, isBusy, error } = useKeep(finding)
  const [form, setForm] = useState(finding.causeForm)
  const [rows, setRows] = useState<readonly DraftRow[]>(() =>
    (finding.causeRows.length > 0 ? finding.causeRows : [{ says: '' }]).map((row, at) => ({
      ...row,
      key: at,
    })),
  )
  const [rootCause, setRootCause] = useState(finding.rootCause)
  const [category, setCategory] = useState<string>(finding.causeCategory ?? '')
  const [extentCheck, setExtentCheck] = useState(finding.extentCheck)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const causeRows = rows
      .filter(({ says }) => says.trim() !== '')
      .map(({ says, category: own }) =>
        form === 'whys' || own === undefined ? { says } : { says, category: own },
      )
    keep({
      causeForm: form,
      causeRows,
      rootCause,
      extentCheck,
      causeCategory: category === '' ? null : (category as CauseRow['category']), // one of the options
    })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <NativeSelect
        label={t('findings.causeForm')}
        value={form}
        data={(['whys', 'cause and effect'] as const).map((value) => ({
          value,
          label: t(`findings.forms.${value}`),
        }))}
        onChange={(event) =>
          setForm(event.currentTarget.value as Finding['causeForm'] /* one of the options */)
        }
      />
      <Rows rows={rows} hasCategory={form === 'cause and effect'} set={setRows} />
      <Textarea
        label={t('findings.rootCause')}
        autosize
        minRows={1}
        maxLength={2000}
        value={rootCause}
        onChange={(event) => setRootCause(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('findings.category')}
        description={t('findings.hints.category')}
        value={category}
        data={[
          { value: '', label: '–' },
          ...categories.map((value) => ({ value, label: t(`findings.categories.${value}`) })),
        ]}
        onChange={(event) => setCategory(event.currentTarget.value)}
      />
      <Textarea
        label={t('findings.extentCheck')}
        description={t('findings.hints.extentCheck')}
        autosize
        minRows={1}
        maxLength={4000}
        value={extentCheck}
        onChange={(event) => setExtentCheck(event.currentTarget.value)}
      />
      <Wrong error={error} />
      <div>
        <Act type="submit" size="xs" isBusy={isBusy} label={t('findings.keepCause')}>
          {t('ui.save')}
        </Act>
      </div>
    </form>
  )
}

type RowsProps = Readonly<{
  rows: readonly DraftRow[]
  hasCategory: boolean
  set: (rows: readonly DraftRow[]) => void
}>

/** The rows of the analysis in their order. */
function Rows({ rows, hasCategory, set }: RowsProps) {
  const { t } = useTranslation()
  const change = (at: number, part: Partial<CauseRow>) =>
    set(rows.map((row, index) => (index === at ? { ...row, ...part } : row)))
  return (
    <div>
      <ol className={styles.whys}>
        {rows.map((row, at) => (
          <li key={row.key}>
            <div className={styles.row}>
              <TextInput
                aria-label={t('findings.why', { number: at + 1 })}
                placeholder={t('findings.why', { number: at + 1 })}
                maxLength={1000}
                value={row.says}
                onChange={(event) => change(at, { says: event.currentTarget.value })}
              />
              {hasCategory && (
                <NativeSelect
                  aria-label={t('findings.category')}
                  value={row.category ?? 'method'}
                  data={categories.map((value) => ({ value, label: t(`findings.categories.${value}`) }))}
                  onChange={(event) =>
                    change(at, {
                      category: event.currentTarget.value as CauseRow['category'] /* one of the options */,
                    })
                  }
                />
              )}
              <Act
                size="compact-sm"
                label={`${t('findings.dropRow')} ${at + 1}`}
                onClick={() => set(rows.filter((_, index) => index !== at))}
              >
                {t('findings.dropRow')}
              </Act>
            </div>
          </li>
        ))}
      </ol>
      <Act
        size="compact-sm"
        onClick={() =>
          set([
            ...rows,
            {
              key: 1 + Math.max(-1, ...rows.map((row) => row.key)),
              says: '',
              ...(hasCategory ? { category: 'method' } : {}),
            },
          ])
        }
      >
        {t('findings.addRow')}
      </Act>
    </div>
  )
}

function Approval({ finding }: Readonly<{ finding: Finding }>) {
  const { t } = useTranslation()
  const say = useToast()
  const format = useFormat()
  const { params } = useOrganization()
  const approve = useChange('POST /api/organizations/:organization/findings/:finding/cause-approval')
  const { causeApproved, causeBy, rootCause, state, mayVerify } = finding
  if (causeApproved)
    return (
      <p className="second">
        {t('findings.approvedBy', { name: causeApproved.by.name, at: format.instant(causeApproved.at) })}
      </p>
    )
  if (!rootCause) return null
  return (
    <div>
      <p className="second">{t('findings.unapproved', { name: causeBy?.name ?? '' })}</p>
      {mayVerify && state === 'analysing' && (
        <Act
          size="xs"
          isBusy={approve.isPending}
          onClick={() =>
            approve.mutate(
              { params: { ...params, finding: finding.id }, ifMatch: finding.version },
              { onSuccess: () => say(t('findings.approved')) },
            )
          }
        >
          {t('findings.approve')}
        </Act>
      )}
      <Wrong error={approve.error} />
    </div>
  )
}
