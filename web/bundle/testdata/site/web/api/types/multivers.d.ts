export function load(bytes: BufferSource): Promise<{ ping(): string }>;
