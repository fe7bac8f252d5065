package io.butcherblock.error;

/**
 * What a caller can set, as named in the messages of {@link ButcherblockException}. A {@link
 * Remedy} is a setting with a value.
 */
public enum Setting {
  /** The number of patches in a training step. */
  BATCH_SIZE("batch size"),
  /** The side of a training patch, in pixels of the low-resolution image. */
  PATCH_SIZE("patch size"),
  /** The highest learning rate of a training run. */
  LEARNING_RATE("learning rate"),
  /** The seed that initial weights and patches of a training run are drawn with. */
  SEED("seed"),
  /** The number of seeds that each network is trained with. */
  SEEDS("seeds"),
  /** The time that training takes. */
  TIME("time"),
  /** The precision of convolutions: fp32, tf32 or bf16. */
  PRECISION("precision"),
  /** The factor by which a network enlarges width and height: 2, 3 or 4. */
  SCALE("scale"),
  /** The number of blocks of a network. */
  BLOCKS("number of blocks"),
  /** The number of feature maps of a network. */
  CHANNELS("number of channels"),
  /** The name of a network's scheme. */
  SCHEME("scheme"),
  /** The name of a network's vector field. */
  VECTOR_FIELD("vector field"),
  /** Whether the coefficients of a network's scheme are trainable or frozen. */
  COEFFICIENTS("choice of coefficients"),
  /** The largest side of a tile that is enlarged at once, in pixels of the low-resolution image. */
  TILE_SIZE("tile size"),
  /** The pixels that an image file may have, in millions. */
  PIXEL_LIMIT("limit of megapixels"),
  /** How much of its pixels a written JPEG or WebP file keeps, 1 to 100. */
  QUALITY("quality"),
  /** Where networks are computed: the CPU or a GPU. */
  DEVICE("device"),
  /** The images that trained networks are compared on. */
  TEST_IMAGES("test images"),
  /** The folder that results are written to. */
  OUTPUT("output folder"),
  /** Whether a run that was stopped is resumed. */
  RESUME("resuming"),
  /** Whether the activations of blocks are kept in training or computed again. */
  ACTIVATIONS("choice of activations"),
  /** What the low-resolution images of a training run are put through: clean, jpeg or photo. */
  DEGRADATION("degradation"),
  /** At how many sizes a network is trained one after the other, each with twice the blocks. */
  LEVELS("number of levels"),
  /** The folder that LibTorch's native libraries are unpacked to. */
  NATIVE_LIBRARY_CACHE("the system property org.bytedeco.javacpp.cachedir"),
  /** The folder for temporary files. */
  TEMPORARY_FILES("the system property java.io.tmpdir");

  private final String words;

  Setting(String words) {
    this.words = words;
  }

  /**
   * This setting with a value that helps, worded as {@code a batch size of 8}.
   *
   * @param value any object, whose text is used
   */
  public Remedy of(Object value) {
    return new Remedy(this, String.valueOf(value));
  }

  /** The setting in words, such as {@code batch size}. */
  @Override
  public String toString() {
    return words;
  }
}
