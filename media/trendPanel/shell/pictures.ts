import type { HostMessage, PageMessage } from "../../../server/src/protocol.ts";

type Picture = Extract<HostMessage, { type: "picture" }>;

/**
 * Turns the figure that the host sent into pixels, and hands them on.
 * @param say says what came of it
 */
export async function usePicture(
  picture: Picture,
  post: (message: PageMessage) => void,
  say: (text: string) => void,
): Promise<void> {
  try {
    const pixels = await pixelsOf(picture);
    if (picture.use === "save") return post({ type: "savePicture", png: await base64(pixels) });
    await navigator.clipboard.write([new ClipboardItem({ [pixels.type]: pixels })]);
    say("Picture copied");
  } catch (error) {
    say(`No picture: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function pixelsOf({ svg, scale, width, height }: Picture): Promise<Blob> {
  const image = new Image(width, height);
  // The page's policy lets images in as data and nothing else.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("the figure is too large")) : resolve(blob)));
  });
}

function base64(pixels: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("error", () => reject(reader.error));
    reader.addEventListener("load", () => resolve(String(reader.result).replace(/^[^,]*,/, "")));
    reader.readAsDataURL(pixels);
  });
}
