package io.butcherblock.benchmarks.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/** Libraries with their bindings by JavaCPP, our copy of PyTorch among them. */
public final class Bindings {

  private Bindings() {}

  /** The name and version of our PyTorch. */
  public static Map<String, String> versions() {
    return versions("pytorch");
  }

  /** The name and version of a library of {@code org.bytedeco}. */
  public static Map<String, String> versions(String artifact) {
    try (InputStream in =
        Bindings.class.getResourceAsStream(
            "/META-INF/maven/org.bytedeco/" + artifact + "/pom.properties")) {
      Properties pom = new Properties();
      if (in != null) {
        pom.load(in);
      }
      return Map.of("org.bytedeco:" + artifact, pom.getProperty("version", "unknown"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
