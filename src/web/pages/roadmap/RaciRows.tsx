import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import type { DraftTask } from './plan-draft.ts'
import styles from './Roadmap.module.css'

type RaciRowsProps = Readonly<{ tasks: readonly DraftTask[]; change: (tasks: readonly DraftTask[]) => void }>

const columns = ['accountable', 'consulted', 'informed'] as const

/** Who is accountable for a task, consulted and informed; responsible is the role that does it. */
export function RaciRows({ tasks, change }: RaciRowsProps) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const remedies = useAsk('GET /api/organizations/:organization/remedies', { params })
  const accepted = remedies.data?.items.filter(({ state }) => state === 'accepted') ?? []
  const known = new Map(accepted.map((one) => [one.requirement, one]))
  const free = accepted.filter(({ requirement }) => !tasks.some(({ task }) => task === requirement))
  const put = (task: string, part: Partial<DraftTask>) =>
    change(tasks.map((one) => (one.task === task ? { ...one, ...part } : one)))
  return (
    <>
      {tasks.length > 0 && (
        <div className={styles.scroller}>
          <table className={styles.plain}>
            <thead>
              <tr>
                <th scope="col">{t('roadmap.task')}</th>
                <th scope="col">{t('roadmap.responsible')}</th>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {t(`roadmap.${column}`)}
                  </th>
                ))}
                <th scope="col">
                  <span className="unseen">{t('roadmap.remove')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {tasks.map((one) => (
                <tr key={one.task}>
                  <th scope="row">{one.task}</th>
                  <td lang="en">{known.get(one.task)?.role ?? '–'}</td>
                  {columns.map((column) => (
                    <td key={column}>
                      <TextInput
                        aria-label={`${one.task}: ${t(`roadmap.${column}`)}`}
                        miw={140}
                        value={one[column]}
                        onChange={(event) => put(one.task, { [column]: event.currentTarget.value })}
                      />
                    </td>
                  ))}
                  <td>
                    <Act size="xs" onClick={() => change(tasks.filter(({ task }) => task !== one.task))}>
                      {t('roadmap.remove')}
                    </Act>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <NativeSelect
        label={t('ui.add')}
        w={320}
        data={[
          { value: '', label: t('ui.choose') },
          ...free.map(({ requirement, title }) => ({ value: requirement, label: `${requirement} ${title}` })),
        ]}
        value=""
        onChange={(event) => {
          const task = event.currentTarget.value
          if (task) change([...tasks, { task, accountable: '', consulted: '', informed: '' }])
        }}
      />
    </>
  )
}
