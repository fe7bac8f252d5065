package io.butcherblock.options;

import io.butcherblock.console.StandardStream;
import io.butcherblock.files.Json;
import io.butcherblock.files.Outputs;
import io.butcherblock.files.WholeFile;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code --json}, for commands that print a table or figures: the same with all digits, into a file
 * or on standard output, which then has nothing else.
 */
public final class JsonOption {

  public static final String NAME = "--json";

  private static final int FIRST_ESCAPED = 0x7f;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = NAME,
      paramLabel = "FILE",
      converter = FileEndings.JsonFile.class,
      description =
          "Write the figures as JSON too; - for standard output, in place of all that is printed"
              + " there.")
  private Path file;

  /** Standard output, while it is kept for the JSON. */
  private PrintWriter stream;

  public boolean isGiven() {
    return file != null;
  }

  /** The file that is written; empty without the option and where it names standard output. */
  public Optional<Path> file() {
    return Optional.ofNullable(file).filter(each -> !each.equals(StandardStream.NAME));
  }

  /**
   * Checks, before the work, that the file may be written; from here on a command prints nothing on
   * a standard output that is for the JSON.
   *
   * @throws io.butcherblock.error.ButcherblockException if the file may not be written
   */
  public void begin(OutputFiles outputs, OutputKind kind) {
    begin(outputs, kind, List.of());
  }

  /**
   * The same for a command that reads files.
   *
   * @param inputs these files
   */
  public void begin(OutputFiles outputs, OutputKind kind, Collection<Path> inputs) {
    file()
        .ifPresent(
            each -> {
              Outputs.check(each, inputs);
              outputs.check(each, kind);
            });
    if (isGiven() && file().isEmpty()) {
      stream = command.commandLine().getOut();
      command.commandLine().setOut(new PrintWriter(Writer.nullWriter()));
    }
  }

  /** Writes {@link Json#lines} of a tree, map or record; only for a command that was asked to. */
  public void write(Object value) {
    writeText(Json.lines(value));
  }

  /** Writes a text that is JSON. */
  public void writeText(String json) {
    if (stream == null) {
      WholeFile.writeText(file, json);
    } else {
      stream.print(ascii(json));
      stream.flush();
    }
  }

  /** The same JSON for a standard output of whatever encoding. */
  private static String ascii(String json) {
    StringBuilder text = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      // Only in strings, for everything else in JSON is ASCII.
      text.append(
          c < FIRST_ESCAPED ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
    }
    return text.toString();
  }
}
