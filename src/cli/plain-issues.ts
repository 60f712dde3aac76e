import { z } from 'zod';

/** Has zod say what is missing or empty in words of ours; the rest it says itself. */
export function speakPlainly(): void {
  z.config({
    customError: ({ code, input, origin, minimum }) => {
      if (input === undefined) return 'is missing';
      if (code === 'too_small' && origin === 'string' && Number(minimum) === 1) return 'is empty';
      return undefined;
    },
  });
}
