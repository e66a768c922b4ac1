/** Sending files: one after the other, straight from the disk of the person, with progress. */

/** What an import reads; other files of a folder are none of its business. */
const readable = /\.(csv|tsv|txt|xlsx|xlsm|xls)$/i;

export interface Sending {
  file: string;
  number: number;
  all: number;
  /** Bytes over all files. */
  sent: number;
  total: number;
}

/** A refusal of the server, by its stable code. */
export class SendError extends Error {
  constructor(
    readonly code: string,
    readonly file: string | null,
  ) {
    super(code);
  }
}

/** Of a folder only what can be read; hidden files and the locks of spreadsheets are left out. */
export const readableOf = (files: readonly File[]): File[] =>
  files.filter((f) => readable.test(f.name) && !/^[.~]/.test(f.name));

/** The address of the preview, once everything has been sent and its reading has begun. */
export async function send(
  files: readonly File[],
  onProgress: (s: Sending) => void,
  signal: AbortSignal,
): Promise<string> {
  const opened = await fetch('/api/imports/drops', { method: 'POST', signal });
  if (!opened.ok) throw new SendError(await codeOf(opened), null);
  const { id } = (await opened.json()) as { id: string };
  const address = `/api/imports/drops/${id}`;
  const total = files.reduce((sum, f) => sum + f.size, 0);
  let before = 0;
  try {
    for (const [i, file] of files.entries()) {
      const at = { file: file.name, number: i + 1, all: files.length, total };
      onProgress({ ...at, sent: before });
      const url = `${address}/files?name=${encodeURIComponent(file.name)}`;
      await put(url, file, signal, (sent) => onProgress({ ...at, sent: before + sent }));
      before += file.size;
    }
    const reading = await fetch(`${address}/reading`, { method: 'POST', signal });
    if (!reading.ok) throw new SendError(await codeOf(reading), null);
  } catch (error) {
    await fetch(address, { method: 'DELETE', keepalive: true });
    throw error;
  }
  return `/imports/new?drop=${id}`;
}

async function codeOf(answer: Response): Promise<string> {
  const body = (await answer.json().catch(() => null)) as { error?: { code?: string } } | null;
  return body?.error?.code ?? 'unexpected';
}

/** `fetch` cannot tell how much of a body has gone. */
function put(url: string, file: File, signal: AbortSignal, onSent: (bytes: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    signal.addEventListener('abort', stop, { once: true });
    request.open('PUT', url);
    request.responseType = 'json';
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () => {
      signal.removeEventListener('abort', stop);
      if (request.status === 201) resolve();
      else reject(new SendError(request.response?.error?.code ?? 'unexpected', file.name));
    };
    request.onerror = () => reject(new SendError('cut_off', file.name));
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
    request.send(file);
  });
}

/** The files of what was dropped, folders opened. Must be called while the event is handled. */
export async function droppedFiles(transfer: DataTransfer): Promise<{ files: File[]; folder: boolean }> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return { files: [...transfer.files], folder: false };
  const files: File[] = [];
  for (const entry of entries) await collect(entry, files);
  return { files, folder: entries.some((e) => e.isDirectory) };
}

async function collect(entry: FileSystemEntry, files: File[]): Promise<void> {
  if (entry.isFile) {
    files.push(
      await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
    );
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return;
    for (const inner of some) await collect(inner, files);
  }
}
