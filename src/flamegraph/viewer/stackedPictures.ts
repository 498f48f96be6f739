import { ProblemError } from '../../base/problem';
import type { FlamePicture } from '../view/flamePicture';

/** Two pictures as one, the first above the second. */
export function stackedPictures(above: FlamePicture, below: FlamePicture): FlamePicture {
  const width = Math.max(above.width, below.width);
  const height = above.height + below.height;
  return {
    width,
    height,
    svg: () => `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
${innerSvg(above, 0)}
${innerSvg(below, above.height)}
</svg>
`,
    async png(pixelRatio) {
      const parts = await Promise.all(
        [above, below].map(async (picture) => createImageBitmap(await picture.png(pixelRatio)))
      );
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(...parts.map((part) => part.width));
      canvas.height = parts.reduce((sum, part) => sum + part.height, 0);
      const context = canvas.getContext('2d');
      parts.forEach((part, at) => context?.drawImage(part, 0, at === 0 ? 0 : parts[0].height));
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
      if (blob === null) {
        throw new ProblemError({
          kind: 'unsupported',
          sentence: 'This picture is higher than this browser can draw as PNG: save it as SVG.',
        });
      }
      return blob;
    },
  };
}

/** A picture as an element of another one, `y` CSS pixels below its upper edge. */
function innerSvg(picture: FlamePicture, y: number): string {
  return picture
    .svg()
    .replace(/^<\?xml[^>]*\?>\s*/, '')
    .replace('<svg ', `<svg y="${y}" `)
    .trim();
}
