package io.butcherblock.serve;

import io.butcherblock.image.ImageSize;
import java.util.List;

/** How far an image has come. */
sealed interface JobState {

  /** Others are before it. */
  record Waiting() implements JobState {}

  /**
   * It is being enlarged.
   *
   * @param done how many tiles are done
   * @param all how many tiles there are; 0 as long as that is not known
   * @param since when it began, of {@link System#nanoTime}
   */
  record Running(int done, int all, long since) implements JobState {}

  /**
   * It is enlarged.
   *
   * @param source the size of the image
   * @param target the size of the enlarged image
   * @param choice which weights were taken, and why, in a sentence
   * @param notes what of the file is not used, a sentence each
   */
  record Done(ImageSize source, ImageSize target, String choice, List<String> notes)
      implements JobState {}

  /**
   * It could not be enlarged.
   *
   * @param sentence says why
   */
  record Failed(String sentence) implements JobState {}
}
