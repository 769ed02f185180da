/** Pictures, sound, films, slides and archives. */
const ENDINGS = new Set(
  'jpg jpeg png gif bmp webp heic tif tiff svg psd mp3 wav m4a mp4 m4v mov avi wmv mkv flv ppt pptx pps ppsx dps zip rar 7z gz tar'.split(
    ' ',
  ),
);

/** Whether a file is, by its name, of a kind in which no plan is ever written. */
export function isNeverAPlan(fileName: string): boolean {
  return ENDINGS.has(/\.([a-z0-9]{1,5})$/i.exec(fileName.trim())?.[1]?.toLowerCase() ?? '');
}
