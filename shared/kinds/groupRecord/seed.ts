/** First bytes of a group record, schema version 1 (base64). Made by `scripts/seed.ts`; never changed after release. */
export const groupRecordSeed =
  'AQkBACgBBG1ldGEEa2luZAF3C2dyb3VwUmVjb3JkKAEEbWV0YQ1zY2hlbWFWZXJzaW9uAX0BJwEIZG9jdW1lbnQFZ3JvdXABJwEIZG9jdW1lbnQHY29udGFjdAEnAQhkb2N1bWVudAVzbG90cwEnAQhkb2N1bWVudAthZmZpbGlhdGlvbgEnAQhkb2N1bWVudAhwYXJ0bmVycwEnAQhkb2N1bWVudAtyZXNwb25zaWJsZQEnAQhkb2N1bWVudAdmdW5kaW5nAQA='
