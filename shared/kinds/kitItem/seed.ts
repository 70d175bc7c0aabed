/** First bytes of a kit item, schema version 1 (base64). Made by `scripts/seed.ts`; never changed after release. */
export const kitItemSeed =
  'AQUBACgBBG1ldGEEa2luZAF3B2tpdEl0ZW0oAQRtZXRhDXNjaGVtYVZlcnNpb24BfQEnAQhkb2N1bWVudAZoZWFkZXIBJwEIZG9jdW1lbnQGYmxvY2tzAScBCGRvY3VtZW50CWNoYW5nZWxvZwEA'
