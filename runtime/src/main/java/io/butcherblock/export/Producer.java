package io.butcherblock.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The program that exported files name as their producer. */
public final class Producer {

  /** The name of this library. */
  public static final String NAME = "butcherblock";

  private Producer() {}

  /** The version of this library, as its build recorded it: {@code 0.1.0}. */
  public static String version() {
    Properties build = new Properties();
    try (InputStream in = Producer.class.getResourceAsStream("version.properties")) {
      build.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return build.getProperty("version");
  }
}
