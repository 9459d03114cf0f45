/** Whether a file says that it is a calendar, whatever its name. */
export const isIcs = (bytes: Uint8Array): boolean =>
  /^\uFEFF?\s*BEGIN:VCALENDAR\b/i.test(new TextDecoder().decode(bytes.subarray(0, 200)));
