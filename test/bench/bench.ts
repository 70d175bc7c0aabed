/** One measurement that `npm run bench` can make: prints its table, answers the line for machines. */
export type Bench = (options: {
  runs: number
  seed: number
}) => Promise<{ passed: boolean; summary: Record<string, number> }>
