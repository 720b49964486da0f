/** The {@code ringway} command: one class per subcommand, and what they print. Data goes to stdout, the rest to stderr. */
package io.ringway.cli;
