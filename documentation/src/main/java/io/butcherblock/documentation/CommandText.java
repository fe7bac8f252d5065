package io.butcherblock.documentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the command line says of a command of itself, in pieces for pages of any format.
 *
 * @param name with its parent's in front, as in {@code butcherblock train}
 * @param summary its first sentence, without the full stop
 * @param synopsis how it is called, in one line
 * @param paragraphs of its description, without the examples
 * @param examples commands, each in one line
 * @param parameters what is given without a name: how it is called, and what it is
 * @param options in order of their long names
 * @param exitCodes the codes, and what they say
 */
record CommandText(
    String name,
    String summary,
    String synopsis,
    List<String> paragraphs,
    List<String> examples,
    Map<String, String> parameters,
    Map<String, String> options,
    Map<String, String> exitCodes) {

  private static final Pattern EXAMPLE = Pattern.compile("^(?:Examples?: )?\\s*(butcherblock .*)$");
  private static final Pattern FIRST_SENTENCE = Pattern.compile("^(.*?)[.:;](\\s|$)");

  static CommandText of(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    Help help = new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF));
    List<String> paragraphs = new ArrayList<>();
    List<String> examples = new ArrayList<>();
    for (String line : spec.usageMessage().description()) {
      Matcher example = EXAMPLE.matcher(plain(line));
      if (example.matches()) {
        examples.add(example.group(1));
      } else if (!line.isBlank()) {
        paragraphs.add(plain(line));
      }
    }
    Map<String, String> options = new LinkedHashMap<>();
    spec.options().stream()
        .filter(option -> !option.hidden())
        .sorted(Comparator.comparing(option -> bare(option.longestName())))
        .forEach(option -> options.put(called(option, help), description(option)));
    Map<String, String> parameters = new LinkedHashMap<>();
    spec.positionalParameters().stream()
        .filter(parameter -> !parameter.hidden())
        .forEach(p -> parameters.put(label(p, help), description(p)));
    Map<String, String> codes = new LinkedHashMap<>();
    spec.root().usageMessage().exitCodeList().forEach((code, text) -> codes.put(code, plain(text)));
    return new CommandText(
        spec.qualifiedName(),
        summary(paragraphs.get(0)),
        help.synopsis(0).replaceAll("\\s+", " ").strip(),
        paragraphs,
        examples,
        parameters,
        options,
        codes);
  }

  /** The last word of the name; that of a file, and of an address, too. */
  String fileName() {
    return name.replace(' ', '-');
  }

  /** The names of an option by which one looks for it: without dashes. */
  static String bare(String name) {
    return name.replaceFirst("^-+", "").toLowerCase(Locale.ROOT);
  }

  private static String summary(String paragraph) {
    Matcher matcher = FIRST_SENTENCE.matcher(paragraph);
    return matcher.find() ? matcher.group(1) : paragraph;
  }

  private static String called(OptionSpec option, Help help) {
    String label = label(option, help);
    return String.join(
            ", ",
            Arrays.stream(option.names()).sorted(Comparator.comparing(String::length)).toList())
        + (label.isEmpty() || label.startsWith("=") || label.startsWith("[") ? label : " " + label);
  }

  private static String label(ArgSpec argument, Help help) {
    return help.createDefaultParamLabelRenderer()
        .renderParameterLabel(argument, Help.Ansi.OFF, List.of())
        .toString();
  }

  private static String description(ArgSpec argument) {
    return String.join(" ", Arrays.stream(argument.description()).map(CommandText::plain).toList());
  }

  /** Of a text for {@link String#format}, and with picocli's marks of colors, the plain text. */
  private static String plain(String text) {
    return Help.Ansi.OFF.string(String.format(Locale.ROOT, text));
  }
}
