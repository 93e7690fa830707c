import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '#base/refusal.ts'
import { planRoadmap } from '#roadmap/plan-roadmap.ts'
import type { Order, Outcome } from './plan-thread.ts'

/** The thread that plans one roadmap and ends. */
function answer({ matter, effort }: Order): Outcome {
  try {
    return { schedule: planRoadmap(matter, effort) }
  } catch (error) {
    if (error instanceof Refusal) return { refused: { code: error.code, message: error.message } }
    throw error
  }
}

parentPort?.postMessage(answer(workerData))
