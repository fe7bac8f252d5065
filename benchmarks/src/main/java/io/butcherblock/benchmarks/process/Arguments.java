package io.butcherblock.benchmarks.process;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a program is told, as text by name; on a command line {@code name=value}. */
public record Arguments(Map<String, String> values) {

  public Arguments {
    values = Map.copyOf(values);
  }

  static Arguments parse(List<String> words) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("Not name=value: " + word);
      }
      values.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return new Arguments(values);
  }

  List<String> words() {
    return values.entrySet().stream()
        .map(value -> value.getKey() + "=" + value.getValue())
        .toList();
  }

  public Arguments with(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(name, value.toString());
    return new Arguments(more);
  }

  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("There is no argument " + name + ".");
    }
    return value;
  }

  public int number(String name) {
    return Integer.parseInt(text(name));
  }

  public Path path(String name) {
    return Path.of(text(name));
  }
}
