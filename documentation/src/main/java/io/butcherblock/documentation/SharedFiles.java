package io.butcherblock.documentation;

import io.butcherblock.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Man pages and the completion of shells, in the folders below {@code share} where they belong. */
public final class SharedFiles {

  private SharedFiles() {}

  /** Arguments: the folder {@code share} to fill, the version, and its date. */
  public static void main(String[] args) throws IOException {
    // As the program does: picocli formats numbers by it.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    write(Path.of(args[0]), args[1], args[2].replaceFirst("T.*", ""));
  }

  static void write(Path share, String version, String date) throws IOException {
    Path man = Files.createDirectories(share.resolve("man/man1"));
    CommandText program = Commands.program();
    List<CommandText> commands = Commands.all();
    Files.writeString(
        man.resolve(program.fileName() + ".1"),
        ManPage.ofProgram(program, commands, version, date));
    for (CommandText command : commands) {
      Files.writeString(
          man.resolve(command.fileName() + ".1"),
          ManPage.of(command, List.of(program.fileName()), version, date));
    }
    Path completions = Files.createDirectories(share.resolve("bash-completion/completions"));
    Files.writeString(completions.resolve(program.name()), completion());
  }

  private static String completion() {
    StringWriter script = new StringWriter();
    PrintWriter out = new PrintWriter(script);
    if (Main.run(out, out, "completion") != 0) {
      throw new IllegalStateException(script.toString());
    }
    return script.toString();
  }
}
