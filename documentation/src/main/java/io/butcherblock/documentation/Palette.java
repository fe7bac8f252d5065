package io.butcherblock.documentation;

import io.butcherblock.serve.UpscaleServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The colors of the page of {@code serve}, light and dark, which the site has, too. */
final class Palette {

  private static final String END = "* { box-sizing";

  private Palette() {}

  /** The beginning of its style sheet, which defines them. */
  static String ofServe() throws IOException {
    try (InputStream in = UpscaleServer.class.getResourceAsStream("page.css")) {
      String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int end = css.indexOf(END);
      if (end < 0 || !css.startsWith(":root")) {
        throw new IllegalStateException("page.css of serve no longer begins with its colors");
      }
      return css.substring(0, end);
    }
  }
}
