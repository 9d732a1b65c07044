/** The content type of what `tone` makes. */
export const AUDIO = 'audio/wav';

const SAMPLES_PER_SECOND = 8_000;
const BYTES_PER_SAMPLE = 2;
const HEAD_BYTES = 44;
const SECONDS_PER_LETTER = 0.07;
const MIN_SECONDS = 0.3;
const MAX_SECONDS = 10;
const HERTZ = 440;
/** Of 32767: quiet. */
const LOUDNESS = 3_000;

/** A quiet tone as a WAV file, as long as the text takes to say. The same text is the same bytes. */
export function tone(text: string): Buffer {
  const seconds = Math.min(MAX_SECONDS, Math.max(MIN_SECONDS, text.length * SECONDS_PER_LETTER));
  const samples = Math.round(seconds * SAMPLES_PER_SECOND);
  const wav = Buffer.alloc(HEAD_BYTES + samples * BYTES_PER_SAMPLE);
  writeHead(wav);
  for (let n = 0; n < samples; n += 1) {
    const height = Math.sin((2 * Math.PI * HERTZ * n) / SAMPLES_PER_SECOND);
    wav.writeInt16LE(Math.round(LOUDNESS * height), HEAD_BYTES + n * BYTES_PER_SAMPLE);
  }
  return wav;
}

/** RIFF, then the format (PCM, one channel of 16 bits), then the samples. */
function writeHead(wav: Buffer): void {
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(SAMPLES_PER_SECOND, 24);
  wav.writeUInt32LE(SAMPLES_PER_SECOND * BYTES_PER_SAMPLE, 28);
  wav.writeUInt16LE(BYTES_PER_SAMPLE, 32);
  wav.writeUInt16LE(BYTES_PER_SAMPLE * 8, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(wav.length - HEAD_BYTES, 40);
}
