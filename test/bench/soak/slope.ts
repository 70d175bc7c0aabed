export type Sample = { readonly atMs: number; readonly value: number }

/** How much the values grow per hour, by least squares; NaN for fewer than two moments. */
export function slopePerHour(samples: readonly Sample[]): number {
  const count = samples.length
  const meanAt = samples.reduce((sum, { atMs }) => sum + atMs, 0) / count
  const mean = samples.reduce((sum, { value }) => sum + value, 0) / count
  const covariance = samples.reduce((sum, { atMs, value }) => sum + (atMs - meanAt) * (value - mean), 0)
  const variance = samples.reduce((sum, { atMs }) => sum + (atMs - meanAt) ** 2, 0)
  return (covariance / variance) * 3_600_000
}
