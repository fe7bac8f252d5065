package io.butcherblock.serve;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.image.Ratio;
import io.butcherblock.models.ImageKind;
import io.butcherblock.upscale.TargetSize;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was asked for with an image.
 *
 * @param name of the file, to be shown: of at most 200 characters, without folders, never blank
 * @param kind which weights are taken; empty to look at the image
 * @param size what the image becomes
 */
record JobRequest(String name, Optional<ImageKind> kind, TargetSize size) {

  private static final int LONGEST_NAME = 200;
  private static final Pattern FRAME = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");

  /**
   * Reads a request.
   *
   * @param query {@code name} ({@code image} where it is blank), {@code model} (auto, clean or
   *     photo) and {@code size} (a factor such as 2, 5/2 or 2.5, or a frame such as 1920x1080)
   * @throws ButcherblockException if a value is none of these
   */
  static JobRequest of(Map<String, String> query) {
    return new JobRequest(
        name(query.getOrDefault("name", "")),
        kind(query.getOrDefault("model", "auto")),
        size(query.getOrDefault("size", "2")));
  }

  /** Without folders, and with no sign of a folder in what is written for control characters. */
  private static String name(String given) {
    int last = Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\'));
    String name = PlainText.of(given.substring(last + 1)).replace('\\', '_');
    if (name.isBlank()) {
      return "image";
    }
    // Half a character has no code in an archive or an address.
    return name.codePointCount(0, name.length()) > LONGEST_NAME
        ? name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME))
        : name;
  }

  private static Optional<ImageKind> kind(String model) {
    if (model.equals("auto")) {
      return Optional.empty();
    }
    try {
      return Optional.of(ImageKind.valueOf(model.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      throw new ButcherblockException(
          "The model is auto, clean or photo, not \"" + PlainText.of(model) + "\".", e);
    }
  }

  private static TargetSize size(String text) {
    Matcher frame = FRAME.matcher(text);
    return frame.matches()
        ? TargetSize.within(Integer.parseInt(frame.group(1)), Integer.parseInt(frame.group(2)))
        : TargetSize.by(Ratio.parse(text));
  }

  /** The name without the extension of an image. */
  String baseName() {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
