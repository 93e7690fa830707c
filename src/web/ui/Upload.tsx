import { Progress } from '@mantine/core'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sendFiles } from '../data/send-files.ts'
import { Act } from './Act.tsx'
import { useFormat } from './format.ts'
import styles from './Upload.module.css'
import { Wrong } from './Wrong.tsx'

type UploadProps = Readonly<{
  /** Where the files are sent, as one multipart body. */
  address: string
  accept?: string
  says?: string
  whyNot?: string | undefined
  field?: string
  /** Something else on the page has to be done first. */
  isQuiet?: boolean
  /** One file only. */
  isSingle?: boolean
  /** Several files, each sent by itself; done is told of each. */
  isOneByOne?: boolean
  done: (answer: unknown, files: readonly File[]) => void
}>

/** Takes files by drag and drop or by choice and says how far they are. */
export function Upload({
  address,
  accept,
  says,
  whyNot,
  field = 'file',
  isQuiet = false,
  isSingle = false,
  isOneByOne = false,
  done,
}: UploadProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const chooses = t(isSingle ? 'ui.chooseFile' : 'ui.chooseFiles')
  const chooser = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [under, setUnder] = useState<{ names: string; loaded: number; total: number }>()
  const [problem, setProblem] = useState<Error>()

  const take = async (given: readonly File[]) => {
    const files = isSingle ? given.slice(0, 1) : given
    if (files.length === 0 || whyNot) return
    setProblem(undefined)
    for (const part of isOneByOne ? files.map((file) => [file]) : [files])
      await sendPart(part).catch((error: unknown) =>
        setProblem(error instanceof Error ? error : new Error(String(error))),
      )
    setUnder(undefined)
    if (chooser.current) chooser.current.value = ''
  }
  const sendPart = async (files: readonly File[]) => {
    const names = files.map(({ name }) => name).join(', ')
    setUnder({ names, loaded: 0, total: files.reduce((sum, { size }) => sum + size, 0) })
    done(await sendFiles(address, files, field, (loaded, total) => setUnder({ names, loaded, total })), files)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take([...event.dataTransfer.files])
  }

  return (
    <fieldset
      className={styles.place}
      data-over={isOver}
      data-quiet={isQuiet}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <legend className="unseen">{chooses}</legend>
      {under ? (
        <div className={styles.progress} role="status">
          <span>
            {t('ui.uploading', { name: under.names })}.{' '}
            {t('ui.sizes', { done: format.bytes(under.loaded), all: format.bytes(under.total) })}
          </span>
          <Progress
            value={(100 * under.loaded) / Math.max(1, under.total)}
            aria-label={t('ui.uploading', { name: under.names })}
          />
        </div>
      ) : (
        <>
          <p>{t(isSingle ? 'ui.dropOneHere' : 'ui.dropHere')}</p>
          {says && <p className="second">{says}</p>}
          <Act isPrimary={!isQuiet} whyNot={whyNot} onClick={() => chooser.current?.click()}>
            {chooses}
          </Act>
        </>
      )}
      <Wrong error={problem} />
      <input
        ref={chooser}
        className="unseen"
        type="file"
        multiple={!isSingle}
        accept={accept}
        tabIndex={-1}
        aria-label={chooses}
        onChange={(event) => void take([...(event.currentTarget.files ?? [])])}
      />
    </fieldset>
  )
}
