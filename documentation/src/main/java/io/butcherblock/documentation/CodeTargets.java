package io.butcherblock.documentation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where code within a line leads: to the Javadoc of a type, or to the page of a command. */
final class CodeTargets {

  /** A command with our name in front; or with options or something in capitals behind. */
  private static final Pattern COMMAND =
      Pattern.compile("^(?:(?:\\./)?butcherblock ([a-z-]+).*|([a-z-]+) .*(?:--|[A-Z]{2,}).*)$");

  private final Map<String, String> types;
  private final List<CommandText> commands;

  /**
   * @param types the addresses of the Javadoc of types, by their simple names
   */
  CodeTargets(Map<String, String> types, List<CommandText> commands) {
    this.types = types;
    this.commands = commands;
  }

  Optional<String> of(String code) {
    String type = types.get(code.replaceFirst("^@", ""));
    if (type != null) {
      return Optional.of(type);
    }
    Matcher matcher = COMMAND.matcher(code);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return commands.stream()
        .filter(command -> command.name().endsWith(" " + name))
        .map(CommandHtml::file)
        .findFirst();
  }
}
