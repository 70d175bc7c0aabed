import { startProcess, type TestProcess } from '#test/support/process.ts'

/** A server that is only Hocuspocus, to see what it does with an attack. */
export interface StockServer {
  readonly url: string
  readonly process: TestProcess
  stop(): Promise<void>
}

export async function startStockServer(
  manner: 'plain' | 'reader' | 'parsing' | 'slow' = 'plain',
): Promise<StockServer> {
  const process = startProcess(['test/support/hostile/stockServerMain.ts', manner], {})
  const [, port] = await process.until(/listening on (\d+)/)
  return {
    url: `ws://127.0.0.1:${port}`,
    process,
    async stop() {
      process.child.kill('SIGKILL')
      await process.ended
    },
  }
}
