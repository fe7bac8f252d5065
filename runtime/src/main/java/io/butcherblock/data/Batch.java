package io.butcherblock.data;

/**
 * A batch of training patches as arrays, RGB with values 0..255. The arrays are not copied.
 *
 * @param lr low-resolution patches [n, 3, patch, patch], row-major
 * @param hr the same parts of the originals, [n, 3, scale patch, scale patch], row-major
 * @param n the number of patches, at least 1
 * @param patch the side of a low-resolution patch in pixels
 * @param scale how many times larger the originals are than the low-resolution images
 */
// Arrays in a record: a batch is handed on once and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Batch(float[] lr, float[] hr, int n, int patch, int scale) {

  /**
   * A batch whose samples are all 0, to be filled by the caller.
   *
   * @param n the number of patches, at least 1
   * @param patch the side of a low-resolution patch in pixels
   * @param scale how many times larger the originals are than the low-resolution images
   */
  public static Batch empty(int n, int patch, int scale) {
    int samples = Math.multiplyExact(Math.multiplyExact(n * 3, patch), patch);
    return new Batch(
        new float[samples], new float[Math.multiplyExact(samples, scale * scale)], n, patch, scale);
  }
}
