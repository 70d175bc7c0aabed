import { type Browser, launch } from 'puppeteer-core'
import { type SocksProxy, startSocksProxy } from '#test/support/faults/socksProxy.ts'

/** Firefox as Debian has it, unless `FIREFOX` names another. */
export const firefoxPath = process.env.FIREFOX ?? '/usr/bin/firefox-esr'

/** A Firefox with a fresh profile and a line of its own. */
export interface Firefox {
  readonly browser: Browser
  readonly line: SocksProxy
  close(): Promise<void>
}

/** Driven over WebDriver BiDi: the other browsers' driver speaks to Debian's Firefox in no way. */
export async function startFirefox(): Promise<Firefox> {
  const line = await startSocksProxy()
  const browser = await launch({
    browser: 'firefox',
    executablePath: firefoxPath,
    headless: true,
    defaultViewport: { width: 1280, height: 900 },
    // as root in a container there are no namespaces to build a sandbox from
    env: { ...process.env, MOZ_DISABLE_CONTENT_SANDBOX: '1', TZ: 'Europe/Berlin' },
    extraPrefsFirefox: {
      'intl.accept_languages': 'de-DE',
      'network.proxy.type': 1,
      'network.proxy.socks': '127.0.0.1',
      'network.proxy.socks_port': line.port,
      'network.proxy.socks_version': 5,
      'network.proxy.allow_hijacking_localhost': true,
      'network.proxy.no_proxies_on': '',
      // Firefox asks nobody for anything by itself
      'app.update.enabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  })
  return {
    browser,
    line,
    async close() {
      await browser.close()
      await line.close()
    },
  }
}
