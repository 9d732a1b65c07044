/** What the sandbox offers that is not an order: two voices for each language, and the one who asks. */

const LANGUAGES = ['en', 'fr', 'es', 'de', 'it', 'pt', 'ru', 'zh'] as const;

export interface VoiceOffer {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly provider: 'cartesia' | 'elevenlabs';
  readonly language: string;
}

export const VOICES: readonly VoiceOffer[] = LANGUAGES.flatMap((language) =>
  (['cartesia', 'elevenlabs'] as const).map((provider) => ({
    id: `sandbox-${provider}-${language}`,
    name: `Sandbox ${language}`,
    description: `An invented ${provider} voice for ${language}. Nobody hears it.`,
    provider,
    language,
  })),
);

export const USER = {
  id: 'user-of-the-sandbox',
  name: 'Sandbox',
  email: 'sandbox@example.com',
} as const;
