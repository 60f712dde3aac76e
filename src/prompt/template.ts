import { createHash } from 'node:crypto';
import { type Liquid, type Template as LiquidTemplate, TokenKind } from 'liquidjs';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { PromptError } from '../errors.ts';

const headSchema = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1),
  /** Every variable of the sections, no more and no fewer. */
  variables: z.array(z.string().regex(/^[a-z][a-zA-Z]*$/)),
  /** Name of the schema the answer must have. */
  output: z.string().min(1),
  temperature: z.number().min(0).max(2).optional(),
  maxOutputTokens: z.int().min(1).optional(),
});

export interface RenderedMessage {
  readonly role: 'system' | 'user';
  readonly content: string;
}

/** A prompt file, checked: front matter and the two messages it renders. */
export interface PromptTemplate {
  readonly name: string;
  readonly output: string;
  readonly temperature?: number;
  readonly maxOutputTokens?: number;
  /** Eight hex digits of the SHA-256 of the file. */
  readonly hash: string;
  /** Throws PROMPT_INVALID when a declared variable is missing or an undeclared one is given. */
  render(variables: Readonly<Record<string, string>>): RenderedMessage[];
}

/**
 * Reads a prompt file: YAML front matter, then `# system` and `# user`. Unknown keys, undeclared or unused variables and
 * any template language beyond `{{ variable }}` are errors that name the file and the key.
 */
export function parsePrompt(liquid: Liquid, file: string, text: string): PromptTemplate {
  const invalid = (what: string, cause?: unknown): PromptError =>
    new PromptError('PROMPT_INVALID', `${file}: ${what}`, cause === undefined ? {} : { cause });
  const parts = /^---\r?\n(?<head>[\s\S]*?)\r?\n---\r?\n(?<body>[\s\S]*)$/u.exec(text)?.groups;
  if (!parts) throw invalid('does not begin with front matter between two lines of ---');
  const head = parseHead(parts.head ?? '', invalid);
  const sections = splitSections(parts.body ?? '', invalid);
  const templates = sections.map(({ role, content }) => ({
    role,
    content: parseSection(liquid, content, invalid),
  }));
  const used = new Set(sections.flatMap(({ content }) => liquid.globalVariablesSync(content)));
  const undeclared = [...used].filter((name) => !head.variables.includes(name));
  const unused = head.variables.filter((name) => !used.has(name));
  if (undeclared.length > 0) throw invalid(`uses variables it does not declare: ${undeclared.join(', ')}`);
  if (unused.length > 0) throw invalid(`declares variables it does not use: ${unused.join(', ')}`);
  return {
    name: head.name,
    output: head.output,
    ...(head.temperature === undefined ? {} : { temperature: head.temperature }),
    ...(head.maxOutputTokens === undefined ? {} : { maxOutputTokens: head.maxOutputTokens }),
    hash: createHash('sha256').update(text).digest('hex').slice(0, 8),
    render(variables) {
      const missing = head.variables.filter((name) => variables[name] === undefined);
      const unknown = Object.keys(variables).filter((name) => !used.has(name));
      if (missing.length > 0) throw invalid(`needs variables that were not given: ${missing.join(', ')}`);
      if (unknown.length > 0) throw invalid(`was given variables it does not have: ${unknown.join(', ')}`);
      return templates.map(({ role, content }) => ({
        role,
        content: String(liquid.renderSync(content, variables)).trim(),
      }));
    },
  };
}

function parseHead(
  head: string,
  invalid: (what: string, cause?: unknown) => PromptError,
): z.infer<typeof headSchema> {
  let value: unknown;
  try {
    value = parseYaml(head);
  } catch (cause) {
    throw invalid(`its front matter is not YAML: ${cause instanceof Error ? cause.message : ''}`, cause);
  }
  const result = headSchema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'front matter'}: ${message}`,
  );
  throw invalid(faults.join('; '), result.error);
}

function splitSections(
  body: string,
  invalid: (what: string) => PromptError,
): { role: 'system' | 'user'; content: string }[] {
  const parts = /^\s*# system[ \t]*\n(?<system>[\s\S]*?)^# user[ \t]*\n(?<user>[\s\S]*)$/mu.exec(
    body.replaceAll('\r\n', '\n'),
  );
  if (!parts?.groups)
    throw invalid('must have a section "# system" and after it a section "# user", and nothing else');
  return [
    { role: 'system', content: parts.groups.system ?? '' },
    { role: 'user', content: parts.groups.user ?? '' },
  ];
}

function parseSection(
  liquid: Liquid,
  content: string,
  invalid: (what: string, cause?: unknown) => PromptError,
): LiquidTemplate[] {
  let templates: LiquidTemplate[];
  try {
    templates = liquid.parse(content);
  } catch (cause) {
    throw invalid(cause instanceof Error ? cause.message : 'is not a template', cause);
  }
  for (const { token } of templates) {
    const isPlainVariable =
      token.kind === TokenKind.Output && /^\{\{-?\s*[a-z][a-zA-Z]*\s*-?\}\}$/u.test(token.getText());
    if (token.kind !== TokenKind.HTML && !isPlainVariable) {
      throw invalid(`only {{ variable }} may stand in a prompt, not ${token.getText()}`);
    }
  }
  return templates;
}
