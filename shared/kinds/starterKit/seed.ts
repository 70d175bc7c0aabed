/** First bytes of a starter kit, schema version 1 (base64). Made by `scripts/seed.ts`; never changed after release. */
export const starterKitSeed =
  'AQQBACgBBG1ldGEEa2luZAF3CnN0YXJ0ZXJLaXQoAQRtZXRhDXNjaGVtYVZlcnNpb24BfQEnAQhkb2N1bWVudAZoZWFkZXIBJwEIZG9jdW1lbnQFaXRlbXMBAA=='
