package io.butcherblock.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The options that every command has. The fields are for picocli, which acts on help and version by
 * itself; verbosity must be known before the options are, so {@link Main#run} looks for it.
 */
@SuppressWarnings("UnusedVariable") // Written by reflection, read by nobody; see above.
final class CommonOptions {

  static final String VERBOSE = "--verbose";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help and exit.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version and exit.")
  private boolean version;

  @Option(
      names = VERBOSE,
      scope = ScopeType.INHERIT,
      description = "Say more, and show the stack trace of a failure.")
  private boolean verbose;
}
