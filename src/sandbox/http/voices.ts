import * as z from 'zod';
import { maybe } from '../model/fields.ts';
import { tone } from './tone.ts';
import { check, problem, type Outcome } from '../model/request.ts';

const LANGUAGES = ['en', 'fr', 'es', 'de', 'it', 'pt', 'ru', 'zh'] as const;

export const PROVIDERS = ['cartesia', 'elevenlabs'] as const;

interface VoiceOffer {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly provider: (typeof PROVIDERS)[number];
  readonly language: string;
}

/** Two for each language. */
const VOICES: readonly VoiceOffer[] = LANGUAGES.flatMap((language) =>
  PROVIDERS.map((provider) => ({
    id: `sandbox-${provider}-${language}`,
    name: `Sandbox ${language}`,
    description: `An invented ${provider} voice for ${language}. Nobody hears it.`,
    provider,
    language,
  })),
);

interface Wanted {
  readonly language: string | null;
  readonly provider: string | null;
}

export const voicesOf = ({ language, provider }: Wanted): readonly VoiceOffer[] =>
  VOICES.filter(
    (offer) =>
      (language === null || offer.language === language) &&
      (provider === null || offer.provider === provider),
  );

/** The id belongs to a provider: the same id of another one is another voice. */
export function voiceOf(id: string, provider: string | null): Outcome<VoiceOffer> {
  const value = voicesOf({ language: null, provider }).find((offer) => offer.id === id);
  if (value !== undefined) return { ok: true, value };
  const whose = provider === null ? '' : ` of ${provider}`;
  return { ok: false, problem: problem(404, 'not_found', `there is no voice ${id}${whose}`) };
}

const MAX_TEXT = 5_000;

/** `voiceId` is written as the provider writes it, unlike all its other names. */
export const previewSchema = z.object({
  provider: z.enum(PROVIDERS),
  voiceId: z.string().min(1),
  text: maybe(z.string().max(MAX_TEXT)),
});

const SAMPLE = 'This is how I sound.';

/** A sound as long as the text takes to say. Nobody speaks in it. */
export function preview(body: unknown): Outcome<Buffer> {
  const wanted = check(previewSchema, body);
  if (!wanted.ok) return wanted;
  const { voiceId, provider, text } = wanted.value;
  const voice = voiceOf(voiceId, provider);
  return voice.ok ? { ok: true, value: tone(text ?? SAMPLE) } : voice;
}
