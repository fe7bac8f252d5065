package io.butcherblock.progress;

import java.io.PrintWriter;

/** The progress of a task in which nothing is to be done: only its lines are shown. */
record NoProgress(PrintWriter err) implements Progress {

  @Override
  public void to(long done) {}

  @Override
  public void note(String words) {}

  @Override
  public void line(String text) {
    err.println(text);
    err.flush();
  }

  @Override
  public void close() {}
}
