import { type DropAddress, onDrop } from '@/app/_lib/drops';
import { refused } from '@/app/_lib/origin';
import { receiveFile, UploadError } from '@/lib/import/drop-files';
import { defaultMaxBytes } from '@/lib/import/options';

const statuses = { too_large: 413, bad_name: 400, too_many: 413, cut_off: 400, not_receiving: 409 } as const;

/** `PUT …/files?name=`: one file as the body, streamed to disk. */
export function PUT(request: Request, address: DropAddress): Promise<Response> {
  return onDrop(request, address, async (db, drop) => {
    const name = new URL(request.url).searchParams.get('name') ?? '';
    const length = request.headers.get('content-length');
    try {
      const { files } = await receiveFile(db.dir, drop, name, request.body, {
        maxBytes: defaultMaxBytes,
        declared: length === null ? null : Number(length),
      });
      return Response.json({ files: files.length }, { status: 201 });
    } catch (error) {
      if (error instanceof UploadError) return refused(error.code, statuses[error.code], error.message);
      throw error;
    }
  });
}
