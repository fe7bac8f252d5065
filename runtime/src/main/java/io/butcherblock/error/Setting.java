package io.butcherblock.error;

/** What a caller can set, and messages of failures speak of; {@link Remedy} gives it a value. */
public enum Setting {
  /** The patches in a training step. */
  BATCH_SIZE("batch size"),
  /** The side of a patch, in pixels of the low-resolution image. */
  PATCH_SIZE("patch size"),
  /** The highest learning rate of a training run. */
  LEARNING_RATE("learning rate"),
  /** What the initial weights and the patches of a training run are drawn from. */
  SEED("seed"),
  /** With how many seeds each network is trained. */
  SEEDS("seeds"),
  /** How long training lasts. */
  TIME("time"),
  /** What convolutions are computed in: fp32, tf32 or bf16. */
  PRECISION("precision"),
  /** How many times wider and higher a network makes an image: 2, 3 or 4. */
  SCALE("scale"),
  /** The blocks of a network. */
  BLOCKS("number of blocks"),
  /** The feature maps of a network. */
  CHANNELS("number of channels"),
  /** The name of a network's scheme. */
  SCHEME("scheme"),
  /** The name of a network's vector field. */
  VECTOR_FIELD("vector field"),
  /** Whether the coefficients of a network's scheme are trainable or frozen. */
  COEFFICIENTS("choice of coefficients"),
  /** The largest side of a tile that is enlarged at once, in pixels of the small image. */
  TILE_SIZE("tile size"),
  /** Where networks are computed: the CPU or a GPU. */
  DEVICE("device"),
  /** The images that trained networks are compared on. */
  TEST_IMAGES("test images"),
  /** The folder that results are written to. */
  OUTPUT("output folder"),
  /** Going on with a run that was begun. */
  RESUME("resuming"),
  /** The folder that LibTorch's native libraries are unpacked to. */
  NATIVE_LIBRARY_CACHE("the system property org.bytedeco.javacpp.cachedir");

  private final String words;

  Setting(String words) {
    this.words = words;
  }

  /** This setting with a value, as in "a batch size of 8". */
  public Remedy of(Object value) {
    return new Remedy(this, String.valueOf(value));
  }

  /** The setting in words, such as "batch size". */
  @Override
  public String toString() {
    return words;
  }
}
