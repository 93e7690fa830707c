import { Presets, SingleBar } from 'cli-progress'

/** Shows how far a command is: a bar on a terminal, nothing in a pipe. */
export type Progress = Readonly<{
  tell: (stage: string, done?: number, of?: number) => void
  end: () => void
}>

/** A bar on standard error when it is a terminal and the output is for people. */
export function showProgress(isQuiet: boolean): Progress {
  if (isQuiet || !process.stderr.isTTY) return { tell: () => {}, end: () => {} }
  const bar = new SingleBar(
    {
      stream: process.stderr,
      format: '{bar} {stage} {amount}{duration_formatted}',
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 20,
      fps: 8,
    },
    Presets.shades_grey,
  )
  bar.start(1, 0, { stage: 'Starting', amount: '' })
  let begun = { stage: '', at: performance.now() }
  return {
    tell: (stage, done, of) => {
      const head = stage.split(':')[0] ?? stage
      if (head !== begun.stage) begun = { stage: head, at: performance.now() }
      if (done === undefined || of === undefined || of === 0) {
        bar.update(0, { stage, amount: '' })
        return
      }
      const seconds = (performance.now() - begun.at) / 1000
      const rate =
        done > 0 && seconds > 0.2
          ? `, ${Math.round(done / seconds)}/s, ${Math.ceil(((of - done) * seconds) / done)} s left`
          : ''
      bar.setTotal(of)
      bar.update(done, { stage, amount: `${done} of ${of}${rate} ` })
    },
    end: () => bar.stop(),
  }
}
