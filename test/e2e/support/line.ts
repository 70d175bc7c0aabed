import type { BrowserContext } from '@playwright/test'

/**
 * The websocket line of one browser, whose misbehaviour the test decides.
 * While held, frames wait in both directions and in order; nothing is lost or answered.
 */
export type Line = { hold(): void; release(): void }

/** Puts a holdable line under every websocket that the context opens from now on. */
export async function holdableLine(context: BrowserContext): Promise<Line> {
  let held = false
  let waiting: (() => void)[] = []
  const pass = (send: () => void) => {
    if (held) waiting.push(send)
    else send()
  }
  await context.routeWebSocket(/\/collab/, page => {
    const server = page.connectToServer()
    page.onMessage(message => pass(() => server.send(message)))
    server.onMessage(message => pass(() => page.send(message)))
  })
  return {
    hold: () => {
      held = true
    },
    release: () => {
      held = false
      const frames = waiting
      waiting = []
      for (const send of frames) send()
    },
  }
}
