package io.butcherblock.options;

/** An option as it is typed, with its value or without. */
public final class TypedOption {

  private TypedOption() {}

  /** Its name, with dashes: {@code --out} of {@code --out=large.png}. */
  public static String name(String argument) {
    return argument.replaceFirst("(?s)=.*", "");
  }
}
