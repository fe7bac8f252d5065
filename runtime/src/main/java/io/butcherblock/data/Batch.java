package io.butcherblock.data;

/**
 * Training patches as a network takes them, RGB with values 0..255.
 *
 * @param lr low-resolution patches [n, 3, patch, patch]
 * @param hr the same parts of the originals [n, 3, patch * scale, patch * scale]
 * @param n the number of patches
 * @param patch the side of a low-resolution patch
 * @param scale how many times larger the original's patch is
 */
// Arrays in a record: a batch is handed on once and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Batch(float[] lr, float[] hr, int n, int patch, int scale) {

  public static Batch empty(int n, int patch, int scale) {
    int samples = Math.multiplyExact(Math.multiplyExact(n * 3, patch), patch);
    return new Batch(
        new float[samples], new float[Math.multiplyExact(samples, scale * scale)], n, patch, scale);
  }
}
