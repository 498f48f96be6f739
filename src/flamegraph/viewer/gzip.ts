/** Compresses in the browser's own gzip, off the main thread. */
export async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
  const { readable, writable } = new CompressionStream('gzip');
  const write = async () => {
    const writer = writable.getWriter();
    await writer.write(bytes);
    await writer.close();
  };
  const [chunks] = await Promise.all([chunksOf(readable), write()]);
  return new Blob(chunks, { type: 'application/gzip' });
}

async function chunksOf(readable: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const reader = readable.getReader();
  const chunks: Array<Uint8Array<ArrayBuffer>> = [];
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value);
  }
  return chunks;
}
