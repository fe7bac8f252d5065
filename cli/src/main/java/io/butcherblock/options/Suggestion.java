package io.butcherblock.options;

import io.butcherblock.error.PlainText;
import java.io.File;
import java.util.regex.Pattern;

/** A command that a person may type next, as it is typed where this program was started. */
public final class Suggestion {

  /** Set by launchers and by the parent of other people's projects; %s stands for the arguments. */
  private static final String PROPERTY = "butcherblock.command";

  private static final boolean WINDOWS = File.separatorChar == '\\';

  /** What no shell takes for anything but a part of a word; a ~ in front would be a home folder. */
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}_./:=@+,-]*" + (WINDOWS ? "|[\\w.:\\\\~-]*" : ""));

  /** What a shell replaces within double quotes. */
  private static final Pattern REPLACED = Pattern.compile("[\\\\$`\"]");

  /** The name of the program. */
  public static final String PROGRAM = "butcherblock";

  private Suggestion() {}

  /**
   * The command.
   *
   * @param arguments the subcommand and what follows it; names of files as of {@link #word}
   */
  public static String of(String arguments) {
    String shown =
        isNested() && !WINDOWS ? REPLACED.matcher(arguments).replaceAll("\\\\$0") : arguments;
    return template().replace("%s", shown);
  }

  /**
   * A name of a file as one word of a command: in quotes where a shell would divide or expand it.
   */
  public static String word(Object name) {
    String text = PlainText.of(name);
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    if (isNested()) {
      // Maven and Gradle know both kinds of quotes, but no escapes.
      String quote = text.contains("'") ? "\"" : "'";
      return quote + text + quote;
    }
    return WINDOWS ? "\"" + text + "\"" : "'" + text.replace("'", "'\\''") + "'";
  }

  private static String template() {
    return System.getProperty(PROPERTY, PROGRAM + " %s");
  }

  /** Whether all arguments are one word of another program, which divides them. */
  private static boolean isNested() {
    return template().contains("\"%s\"");
  }
}
