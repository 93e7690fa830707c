import { NativeSelect, NumberInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Audits.module.css'
import type { Line } from './audit.ts'

type DrawProps = Readonly<{ audit: string; line: Line }>

/** Draws a sample for a line with a seed of one's own, and links it to the audit. */
export function DrawHere({ audit, line }: DrawProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <DrawForm audit={audit} line={line} />
  return (
    <div>
      <Act size="compact-sm" onClick={() => setOpen(true)}>
        {t('audits.draw')}
      </Act>
    </div>
  )
}

function DrawForm({ audit, line }: DrawProps) {
  const { t } = useTranslation()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const populations = useAsk('GET /api/organizations/:organization/populations', { params })
  const draw = useChange('POST /api/organizations/:organization/samples')
  const link = useChange('POST /api/organizations/:organization/audits/:audit/sample-links')
  const own = line.results[0] ? `check ${line.results[0].check}` : ''
  const [key, setKey] = useState(own)
  const [seed, setSeed] = useState<number | string>('')
  const [size, setSize] = useState<number | string>(10)
  const items = populations.data?.items ?? []
  const chosen = items.find((one) => `${one.kind} ${one.id}` === key) ?? items[0]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!chosen) return
    const { requirement } = line
    const population = { kind: chosen.kind, id: chosen.id }
    const order = { method: 'random' as const, population, seed: Number(seed), size: Number(size) }
    const name = `${requirement} ${t('samples.named', { population: chosen.title, seed })}`.slice(0, 200)
    draw.mutate(
      { params, body: { name, order } },
      {
        onSuccess: ({ id }) =>
          link.mutate(
            { params: { ...params, audit }, body: { sample: id, requirement } },
            { onSuccess: () => say(t('audits.drawn')) },
          ),
      },
    )
  }
  if (populations.data && items.length === 0) return <p className="second">{t('samples.nothingSays')}</p>
  return (
    <form className={styles.row} onSubmit={submit}>
      <NativeSelect
        label={t('samples.population')}
        value={chosen ? `${chosen.kind} ${chosen.id}` : ''}
        data={items.map((one) => ({ value: `${one.kind} ${one.id}`, label: one.title }))}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      <NumberInput
        label={t('samples.seed')}
        value={seed}
        onChange={setSeed}
        min={0}
        max={4_294_967_295}
        allowDecimal={false}
        hideControls
        required
        withAsterisk={false}
      />
      <NumberInput
        label={t('samples.size')}
        value={size}
        onChange={setSize}
        min={1}
        max={1000}
        allowDecimal={false}
        hideControls
        required
        withAsterisk={false}
      />
      <Act type="submit" size="xs" isBusy={draw.isPending || link.isPending} whyNot={whyNot('draw samples')}>
        {t('samples.drawDo')}
      </Act>
      <Wrong error={draw.error ?? link.error} />
    </form>
  )
}
