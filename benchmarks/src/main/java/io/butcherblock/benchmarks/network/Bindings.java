package io.butcherblock.benchmarks.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/** Our copy of PyTorch. */
public final class Bindings {

  private static final String POM = "/META-INF/maven/org.bytedeco/pytorch/pom.properties";

  private Bindings() {}

  /** Its name and version. */
  public static Map<String, String> versions() {
    try (InputStream in = Bindings.class.getResourceAsStream(POM)) {
      Properties pom = new Properties();
      if (in != null) {
        pom.load(in);
      }
      return Map.of("org.bytedeco:pytorch", pom.getProperty("version", "unknown"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
