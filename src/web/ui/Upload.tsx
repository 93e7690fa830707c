import { Progress } from '@mantine/core'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from '../data/refused.ts'
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
  done: (answer: unknown) => void
}>

/** Takes files by drag and drop or by choice and says how far they are. */
export function Upload({
  address,
  accept,
  says,
  whyNot,
  field = 'file',
  isQuiet = false,
  done,
}: UploadProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const chooser = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [under, setUnder] = useState<{ names: string; loaded: number; total: number }>()
  const [problem, setProblem] = useState<Error>()

  const take = async (files: readonly File[]) => {
    if (files.length === 0 || whyNot) return
    const names = files.map(({ name }) => name).join(', ')
    setProblem(undefined)
    setUnder({ names, loaded: 0, total: files.reduce((sum, { size }) => sum + size, 0) })
    await send(address, files, field, (loaded, total) => setUnder({ names, loaded, total })).then(
      done,
      (error: unknown) => setProblem(error instanceof Error ? error : new Error(String(error))),
    )
    setUnder(undefined)
    if (chooser.current) chooser.current.value = ''
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
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <legend className="unseen">{t('ui.chooseFiles')}</legend>
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
          <p>{t('ui.dropHere')}</p>
          {says && <p className="second">{says}</p>}
          <Act isPrimary={!isQuiet} whyNot={whyNot} onClick={() => chooser.current?.click()}>
            {t('ui.chooseFiles')}
          </Act>
        </>
      )}
      <Wrong error={problem} />
      <input
        ref={chooser}
        className="unseen"
        type="file"
        multiple
        accept={accept}
        tabIndex={-1}
        aria-label={t('ui.chooseFiles')}
        onChange={(event) => void take([...(event.currentTarget.files ?? [])])}
      />
    </fieldset>
  )
}

/** Only this older way of sending tells how far an upload is. */
function send(
  address: string,
  files: readonly File[],
  field: string,
  tell: (loaded: number, total: number) => void,
): Promise<unknown> {
  const body = new FormData()
  for (const file of files) body.append(field, file, file.name)
  return new Promise((answer, refuse) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => tell(loaded, total)
    request.onerror = () => refuse(new Refused({ status: 0, title: 'unreachable', detail: '' }))
    request.onload = () => {
      if (request.status < 300) return answer(request.response)
      const said = (request.response ?? {}) as { title?: string; detail?: string }
      return refuse(new Refused({ title: '', detail: '', ...said, status: request.status }))
    }
    request.send(body)
  })
}
