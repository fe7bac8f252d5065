package io.butcherblock.console;

import io.butcherblock.error.PlainText;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Passes text on to a terminal with its control characters written out ({@link PlainText#ofLines}),
 * whatever file they come from. A carriage return passes, by which progress is drawn in place.
 */
public final class PlainWriter extends FilterWriter {

  public PlainWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    out.write(PlainText.ofLines(String.valueOf((char) c)));
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    out.write(PlainText.ofLines(new String(text, from, length)));
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    out.write(PlainText.ofLines(text.substring(from, from + length)));
  }
}
