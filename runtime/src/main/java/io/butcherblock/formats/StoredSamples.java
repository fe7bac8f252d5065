package io.butcherblock.formats;

/**
 * How samples are stored, where the decoded image does not say so.
 *
 * @param bits of a sample, if they are fewer than those in which it is kept; 0 if not known
 * @param premultiplied whether colors are multiplied by alpha
 */
public record StoredSamples(int bits, boolean premultiplied) {

  /** The decoded image says all. */
  public static final StoredSamples AS_DECODED = new StoredSamples(0, false);
}
