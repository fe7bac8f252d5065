package io.butcherblock.options;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.files.FileFailure;
import io.butcherblock.files.RegularFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.YamlUnicodeReader;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A file of options in YAML 1.2, of which JSON is a part: a mapping of names to a value or a list
 * of values. What YAML has besides is refused: nothing is nested, nothing is referred to, no type
 * is named.
 */
public final class OptionFile {

  /** Some thousand times what there is to say. */
  private static final int MOST_BYTES = 1 << 20;

  private final Path file;
  private final Iterator<Event> events;

  private OptionFile(Path file, Iterator<Event> events) {
    this.file = file;
    this.events = events;
  }

  /**
   * Reads a file.
   *
   * @return its options in their order; none if it is empty
   * @throws ButcherblockException if it cannot be read, is no such mapping or has more than 1 MiB;
   *     the message names the line
   */
  public static List<OptionEntry> read(Path file) {
    byte[] bytes;
    try {
      bytes = RegularFile.bytes(file, MOST_BYTES);
    } catch (IOException e) {
      throw FileFailure.cannot("read", file, e);
    }
    LoadSettings settings = LoadSettings.builder().setLabel(String.valueOf(file)).build();
    try {
      return new OptionFile(
              file,
              new ParserImpl(
                  settings,
                  new StreamReader(
                      settings, new YamlUnicodeReader(new ByteArrayInputStream(bytes)))))
          .entries();
    } catch (MarkedYamlEngineException e) {
      throw failure(
          file, e.getProblemMark().map(mark -> mark.getLine() + 1), "it is not YAML: " + why(e));
    } catch (YamlEngineException e) {
      throw failure(file, Optional.empty(), "it is not YAML: " + PlainText.shortOf(e.getMessage()));
    }
  }

  private static ButcherblockException failure(Path file, Optional<Integer> line, String what) {
    return new ButcherblockException(
        PlainText.of(file) + line.map(number -> ", line " + number).orElse("") + ": " + what + ".");
  }

  private static String why(MarkedYamlEngineException e) {
    return PlainText.shortOf(e.getProblem().lines().findFirst().orElse(""));
  }

  private List<OptionEntry> entries() {
    List<OptionEntry> entries = new ArrayList<>();
    events.next(); // Start of the stream
    if (events.next().getEventId() == Event.ID.StreamEnd) {
      return entries;
    }
    Event root = next();
    if (root instanceof ScalarEvent scalar && scalar.getValue().isEmpty()) {
      return entries;
    }
    if (root.getEventId() != Event.ID.MappingStart) {
      throw at(root, "options are written as 'name: value', a line each");
    }
    for (Event name = next(); name.getEventId() != Event.ID.MappingEnd; name = next()) {
      if (!(name instanceof ScalarEvent scalar)) {
        throw at(name, "the name of an option is a word");
      }
      entries.add(new OptionEntry(file, scalar.getValue(), values(scalar.getValue()), line(name)));
    }
    events.next(); // End of the document
    Event end = events.next();
    if (end.getEventId() != Event.ID.StreamEnd) {
      throw at(end, "a second document ('---') begins, and one is read");
    }
    return entries;
  }

  private List<String> values(String name) {
    Event first = next();
    if (first instanceof ScalarEvent scalar) {
      return List.of(scalar.getValue());
    }
    List<String> values = new ArrayList<>();
    if (first.getEventId() == Event.ID.SequenceStart) {
      Event value = next();
      while (value instanceof ScalarEvent scalar) {
        values.add(scalar.getValue());
        value = next();
      }
      if (value.getEventId() == Event.ID.SequenceEnd) {
        return values;
      }
    }
    throw at(first, PlainText.shortOf(name) + " has values within values; it has one, or a list");
  }

  private Event next() {
    Event event = events.next();
    if (event instanceof AliasEvent) {
      throw at(event, "an alias (*) is not read; write the value itself");
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      throw at(event, "an anchor (&) is not read; leave it out");
    }
    if ((event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
        || (event instanceof CollectionStartEvent start && start.getTag().isPresent())) {
      throw at(event, "a type (!) is not read; leave it out");
    }
    return event;
  }

  private ButcherblockException at(Event event, String what) {
    return failure(file, Optional.of(line(event)), what);
  }

  private static int line(Event event) {
    return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
