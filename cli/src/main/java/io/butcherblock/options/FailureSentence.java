package io.butcherblock.options;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.execute.OutOfMemory;
import io.butcherblock.files.FileNames;
import java.nio.file.InvalidPathException;

/** What a person is told of whatever was thrown. */
public final class FailureSentence {

  private FailureSentence() {}

  /** One line; the options to change are named as the command line does. */
  public static String of(Throwable thrown) {
    if (thrown instanceof ButcherblockException failure) {
      return Texts.firstLine(OptionNames.message(failure));
    }
    if (thrown instanceof InvalidPathException e) {
      return Texts.firstLine(FileNames.refusal(e).getMessage());
    }
    String why = Texts.firstLine(thrown.getMessage() == null ? "" : thrown.getMessage());
    if (OutOfMemory.isNative(thrown)) {
      return "Not enough memory ("
          + shorten(why)
          + "): work on less at once, with a smaller --tile"
          + " or --batch, or on a machine that has more.";
    }
    if (thrown instanceof OutOfMemoryError) {
      return "Java's memory is used up ("
          + why
          + "): work on less at once, or give it more with"
          + " BUTCHERBLOCK_JAVA_OPTS=-Xmx8g.";
    }
    if (thrown instanceof UnsatisfiedLinkError || thrown instanceof NoClassDefFoundError) {
      return "A library cannot be loaded ("
          + shorten(why)
          + "): build again with 'mvn clean"
          + " package', on the operating system where it shall run.";
    }
    String name = thrown.getClass().getSimpleName();
    return "Something went wrong that should not: "
        + name
        + (why.isEmpty() ? "" : ": " + shorten(withoutDot(why)))
        + "; run it again with --verbose to see where.";
  }

  private static String shorten(String why) {
    return why.length() <= 200 ? why : why.substring(0, 197) + "...";
  }

  private static String withoutDot(String why) {
    return why.endsWith(".") ? why.substring(0, why.length() - 1) : why;
  }
}
