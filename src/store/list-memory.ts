import { z } from 'zod';

/** What is remembered of a channel or playlist that was gone through. */
export const listMemorySchema = z.object({
  schemaVersion: z.literal(1),
  /** As it was named. */
  list: z.string(),
  /** It was gone through to its end, and nothing of it was left to do: what is new stands before what is known. */
  isSettled: z.boolean(),
  /** The filters that were in force, without their date. */
  filters: z.string(),
  since: z.string().optional(),
  /** Videos that the filters left out. */
  leftOut: z.array(z.string()),
});

export type ListMemory = z.infer<typeof listMemorySchema>;

export interface ListMemories {
  /** Each set of filters has a memory of its own. */
  read(list: string, filters: string): Promise<ListMemory | undefined>;
  write(memory: ListMemory): Promise<void>;
  /** Takes a video out of every list. */
  forget(id: string): Promise<void>;
}
