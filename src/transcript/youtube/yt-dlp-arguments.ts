/** For every run: nothing of the person's own settings, no word but results and errors, one request at a time with a pause between. */
export const YTDLP_ARGUMENTS: readonly string[] = [
  ...['--ignore-config', '--no-update', '--no-warnings', '--quiet'],
  ...['--socket-timeout', '20', '--sleep-requests', '0.75'],
];
