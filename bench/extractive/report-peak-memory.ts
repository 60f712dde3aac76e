/** Imported before a program whose memory is measured: a parent process cannot ask for the peak of one child. In kilobytes. */
process.on('exit', () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}\n`));
