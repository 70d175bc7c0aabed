import { describe, expect, it } from 'vitest'
import { isFromThisMachine, networkOf } from './address.ts'

const peer = (socketAddress: string, headers: Record<string, string> = {}) => ({
  socketAddress,
  headers: new Headers(headers),
})

describe('networkOf', () => {
  it('[b32] ignores a forged X-Forwarded-For unless the proxy is trusted', () => {
    const forged = peer('203.0.113.9', { 'x-forwarded-for': '198.51.100.1' })
    expect(networkOf(forged, false)).toBe('203.0.113.9')
    expect(networkOf(forged, true)).toBe('198.51.100.1')
  })

  it('[b32] behind a trusted proxy takes only what the proxy added', () => {
    const appended = peer('127.0.0.1', { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' })
    expect(networkOf(appended, true)).toBe('203.0.113.9')
  })

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::77', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
  ])('takes %s for the network %s', (address, network) => {
    expect(networkOf(peer(address), false)).toBe(network)
  })
})

describe('isFromThisMachine', () => {
  it('is so for loopback, and not for what a proxy on this machine passes on', () => {
    expect(isFromThisMachine(peer('127.0.0.1'))).toBe(true)
    expect(isFromThisMachine(peer('::1'))).toBe(true)
    expect(isFromThisMachine(peer('203.0.113.9'))).toBe(false)
    expect(isFromThisMachine(peer('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }))).toBe(false)
  })
})
