import { writeFileSync } from 'node:fs'

/** Loaded before a program: at its end it writes what the process cost, CPU of all threads in seconds and peak memory in MiB. */
process.on('exit', () => {
  const file = process.env.CLAUSEWISE_PROBE
  if (!file) return
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  writeFileSync(file, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024 }))
})
