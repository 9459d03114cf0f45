import type { FastifyRequest } from 'fastify';

/** A file as sent with a form. `name` is what the sender's machine called it: shown, never used as a path. */
export type Upload = {
  field: string;
  name: string;
  mediaType: string;
  content: Buffer;
  /** It was over the limit, so nothing of it is here: only for routes that say so themselves. */
  tooLarge?: true;
};

/**
 * Reads a form with files into the body, so that a field check (the CSRF token's too) is the same for every form.
 * @param tooLargeIsShown whether the page says itself that a file is too large, with what was typed still there
 * @throws 413 for one that is, where it does not
 */
export async function readUploads(request: FastifyRequest, tooLargeIsShown = false): Promise<void> {
  const fields: Record<string, unknown> = {};
  const uploads: Upload[] = [];
  // taken by `parts` as by `file`, though its types do not say so
  const limits = tooLargeIsShown ? ({ throwFileSizeLimit: false } as object) : {};
  const parts = request.parts(limits);
  for await (const part of parts) {
    if (part.type === 'field') keep(fields, part.fieldname, part.value);
    else uploads.push(await readPart(part));
  }
  request.body = fields;
  request.uploads = uploads.filter(upload => upload.name !== '');
}

/** Of a field that comes several times (ticks) all values, as in a form without a file. */
function keep(fields: Record<string, unknown>, name: string, value: unknown): void {
  fields[name] = Object.hasOwn(fields, name) ? [fields[name], value].flat() : value;
}

type FilePart = {
  fieldname: string;
  filename: string;
  mimetype: string;
  file: { truncated: boolean };
  toBuffer: () => Promise<Buffer>;
};

async function readPart(part: FilePart): Promise<Upload> {
  const content = await part.toBuffer();
  const cut = part.file.truncated;
  return {
    field: part.fieldname,
    name: part.filename?.replace(/^.*[\\/]/, '').slice(0, 200) ?? '',
    mediaType: part.mimetype,
    content: cut ? Buffer.alloc(0) : content,
    ...(cut && { tooLarge: true }),
  };
}

declare module 'fastify' {
  interface FastifyRequest {
    uploads: Upload[];
  }
}
