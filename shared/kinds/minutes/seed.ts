/** First bytes of minutes, schema version 1 (base64). Made by `scripts/seed.ts`; never changed after release. */
export const minutesSeed =
  'AQgBACgBBG1ldGEEa2luZAF3B21pbnV0ZXMoAQRtZXRhDXNjaGVtYVZlcnNpb24BfQEnAQhkb2N1bWVudAZoZWFkZXIBJwEIZG9jdW1lbnQIZm9ybWFsaWEBJwEIZG9jdW1lbnQGcXVvcnVtAScBCGRvY3VtZW50CmF0dGVuZGFuY2UBJwEIZG9jdW1lbnQGYWdlbmRhAScBCGRvY3VtZW50BXRhc2tzAQA='
