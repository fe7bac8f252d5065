package io.butcherblock.options;

import io.butcherblock.console.StandardStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The names of files whose format does not depend on their ending: it may be any, but not one by
 * which other programs take the file for what it is not.
 */
public final class FileEndings {

  /** Those of what this program writes. */
  private static final List<String> KNOWN =
      List.of(
          ".safetensors",
          ".onnx",
          ".pt",
          ".pth",
          ".py",
          ".html",
          ".htm",
          ".json",
          ".jsonl",
          ".csv",
          ".png",
          ".jpg",
          ".jpeg",
          ".webp",
          ".tif",
          ".tiff",
          ".bmp",
          ".svg",
          ".mmd",
          ".dot");

  private FileEndings() {}

  /**
   * What is wrong with the name of a file.
   *
   * @param written what is written, as {@code JSON}
   * @param own the endings of such files, the usual one first
   * @return words without a full stop; empty if the name has one of these endings, or an unknown
   *     one, or none, and is not that of standard output
   */
  public static Optional<String> contradiction(Path file, String written, List<String> own) {
    if (file.equals(StandardStream.NAME)) {
      return Optional.of(
          "'-' stands for standard output, to which %s is not written; a file of that name is ./-"
              .formatted(written));
    }
    String name = file.toString().toLowerCase(Locale.ROOT);
    return KNOWN.stream()
        .filter(ending -> name.endsWith(ending) && !own.contains(ending))
        .findFirst()
        .map(
            ending ->
                "'%s' ends in %s, and what is written is %s: let it end in %s"
                    .formatted(file, ending, written, own.get(0)));
  }

  private static Path checked(String value, String written, String... own) {
    Path file = Path.of(value);
    contradiction(file, written, Arrays.asList(own))
        .ifPresent(
            words -> {
              throw new TypeConversionException(words);
            });
    return file;
  }

  /** A file of JSON to write, or standard output. */
  static final class JsonFile implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) {
      Path file = Path.of(value);
      return file.equals(StandardStream.NAME) ? file : checked(value, "JSON", ".json");
    }
  }

  /** A journal to write, a JSON object a line. */
  public static final class JournalFile implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) {
      return checked(value, "a journal", ".jsonl", ".json");
    }
  }

  /** A page to write. */
  public static final class PageFile implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) {
      return checked(value, "a page", ".html", ".htm");
    }
  }

  /** Weights to write. */
  public static final class SafetensorsFile implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) {
      return checked(value, "safetensors", ".safetensors");
    }
  }
}
