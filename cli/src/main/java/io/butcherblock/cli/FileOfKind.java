package io.butcherblock.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file to write whose ending says what is written into it. */
abstract class FileOfKind implements ITypeConverter<Path> {

  private final List<String> endings;

  private FileOfKind(String... endings) {
    this.endings = List.of(endings);
  }

  @Override
  public Path convert(String value) {
    if (endings.stream().noneMatch(value.toLowerCase(Locale.ROOT)::endsWith)) {
      throw new TypeConversionException(
          "'" + value + "' does not end in " + String.join(" or ", endings));
    }
    return Path.of(value);
  }

  /** A picture. */
  static final class Picture extends FileOfKind {
    Picture() {
      super(".png");
    }
  }

  /** A diagram in Mermaid's language or in Graphviz's. */
  static final class Diagram extends FileOfKind {
    Diagram() {
      super(MERMAID, ".dot");
    }
  }

  static final String MERMAID = ".mmd";
}
