package io.butcherblock.upscale;

import io.butcherblock.device.ThreadCount;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.execute.JavaMemory;
import io.butcherblock.execute.OutOfMemory;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageBuilder;
import io.butcherblock.image.ImageSize;
import io.butcherblock.image.Symmetry;
import io.butcherblock.image.TransparentColors;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import io.butcherblock.plan.PlannedNetwork;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * Enlarges whole images with a network, in bounded memory.
 *
 * <p>The image is cut in main memory into tiles, each with as much of the image around it as the
 * network looks at, so that the tiles together are what the network makes of the whole image. Sums
 * inside a convolution may be taken in another order for another size of image, which can change
 * the last digit of a float before it is rounded to 8 bits or 16.
 *
 * <p>A network that depends on the whole image, such as by a mean over it, works on the whole image
 * at once, in memory that grows with it.
 *
 * <p>Safe for any number of threads at the same time: their tiles go through the network one after
 * the other, each with all processors ({@link io.butcherblock.device.LibTorch#useThreads}, as it
 * was when the upscaler was made), and each image is what it would be alone.
 *
 * <p>Holds prepared weights in native memory: the caller closes it.
 *
 * <p>What a listener throws ends its image and no other. A thread that is interrupted while it
 * waits for its turn goes on waiting, and stays interrupted.
 */
public final class Upscaler implements AutoCloseable {

  /** The memory in bytes for the feature maps of a tile if no tile size is given: 512 MiB. */
  public static final long DEFAULT_BUDGET = 1L << 29;

  /** The free memory between tensors of many sizes is given back after so many images. */
  private static final int IMAGES_BETWEEN_TRIMS = 16;

  /** Receives the progress of one image, in the thread that enlarges it. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Called after each tile. What it throws ends this image, of which nothing is written, and
     * reaches the caller; so an enlargement is canceled.
     *
     * @param done how many tiles are done, this one included
     * @param all how many tiles the image has
     */
    void tileDone(int done, int all);

    /**
     * Called when tiles are made smaller for lack of memory, when there are no Winograd
     * convolutions any more, and before the first image where a trial chose the precision.
     *
     * @param sentence says so, in one sentence
     */
    default void note(String sentence) {}
  }

  private final SuperResolutionNetwork network;
  private final PlannedNetwork planned;
  private final TileBackoff tiles;
  private final NetworkSize size;
  private final boolean selfEnsemble;
  private final int threads = ThreadCount.get();
  private final AtomicInteger images = new AtomicInteger();
  private final boolean onCpu;
  private volatile boolean closed;

  /** Guarded by the lock of {@link ThreadCount}. */
  private boolean released;

  /**
   * Prepares to enlarge with the weights and the precision that the network has now; later changes
   * of its weights have no effect.
   *
   * @param network stays the caller's, who closes it after this object
   * @param tileSize the largest side of a tile in LR pixels, without what lies around it, at least
   *     1; empty for tiles that need about {@link #DEFAULT_BUDGET} each, an image that needs no
   *     more being one
   * @param selfEnsemble whether to average over the eight symmetries of the square, which takes
   *     eight times as long
   * @throws ButcherblockException if a tile size is given that is below 1, or though each output
   *     pixel depends on the whole image
   */
  public Upscaler(SuperResolutionNetwork network, OptionalInt tileSize, boolean selfEnsemble) {
    this.network = Objects.requireNonNull(network, "network");
    Objects.requireNonNull(tileSize, "tileSize");
    this.onCpu = network.parameters().device().is_cpu();
    if (tileSize.isPresent() && tileSize.getAsInt() < 1) {
      throw ButcherblockException.of(
          "The %s must be at least 1 pixel, not %s.", Setting.TILE_SIZE, tileSize.getAsInt());
    }
    this.size = NetworkSize.of(network.spec(), network.scale());
    if (tileSize.isPresent() && size.dependsOnWholeImage()) {
      throw ButcherblockException.of(
          "%s cannot work tile by tile, for its vector field %s depends on the whole image; give no"
              + " %s, or work on smaller images.",
          network.spec().name(), network.spec().vectorField().name(), Setting.TILE_SIZE);
    }
    this.selfEnsemble = selfEnsemble;
    this.planned = new PlannedNetwork(network);
    this.tiles =
        new TileBackoff(
            tileSize.isPresent()
                ? TileLimit.ofSide(tileSize.getAsInt())
                : TileLimit.ofPixels(
                    DEFAULT_BUDGET / planned.plan().peakBytesPerPixel(), radius()));
  }

  /** What a tile needs around it; nothing where there are no tiles. */
  private int radius() {
    return size.radius().orElse(0);
  }

  /** The factor by which width and height are enlarged: 2, 3 or 4. */
  public int scale() {
    return network.scale();
  }

  /** The number of tiles that an image is cut into. */
  public int tiles(Image image) {
    Objects.requireNonNull(image, "image");
    return tiles(ImageSize.of(image));
  }

  /** The number of tiles that an image of a size is cut into. */
  public int tiles(ImageSize image) {
    Objects.requireNonNull(image, "image");
    return tilesOf(image).size();
  }

  /**
   * Enlarges an image: RGB goes through the network; grey goes through it as RGB and becomes grey
   * again; alpha is enlarged by the bicubic kernel, and where it changes, colors count as much as
   * they are opaque ({@link TransparentColors}).
   *
   * @param image not changed
   * @param listener called in this thread
   * @return a new image {@link #scale()} times as wide and high, with the channels and the depth of
   *     {@code image}
   * @throws ButcherblockException if the result would be too large, or memory does not suffice
   * @throws OverflowException if the network makes numbers of it that are not finite
   * @throws IllegalStateException if this is closed, or is while the image is worked on
   */
  public Image upscale(Image image, Listener listener) {
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(listener, "listener");
    checkOpen();
    ImageSize enlarged = enlarged(image);
    return JavaMemory.during(
        "to make %s pixels of %s".formatted(enlarged, ImageSize.of(image)),
        () -> upscale(image, enlarged, listener));
  }

  private Image upscale(Image image, ImageSize enlarged, Listener listener) {
    int scale = network.scale();
    Image source = TransparentColors.bled(image);
    Image rgb = source.withoutAlpha().toRgb();
    ImageBuilder pixels =
        new ImageBuilder(enlarged.width(), enlarged.height(), Canvas.COLORS, image.bits());
    eachTile(rgb, new Canvas(pixels::put), listener);
    Image colors = pixels.image();
    Image large = image.channels() == 1 ? Luma.of(colors) : colors;
    return source.hasAlpha() ? TransparentColors.corrected(source, large, scale) : large;
  }

  /**
   * What the network makes of an image, neither clamped nor rounded.
   *
   * @param image not changed; grey goes through the network as RGB, alpha is left out
   * @param listener called in this thread
   * @return planes [3, scale H, scale W], red, green and blue in 0..255 and a little beyond
   * @throws ButcherblockException if the result would be too large, or memory does not suffice
   * @throws OverflowException if the network makes numbers of it that are not finite
   * @throws IllegalStateException if this is closed, or is while the image is worked on
   */
  public float[] planes(Image image, Listener listener) {
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(listener, "listener");
    checkOpen();
    ImageSize enlarged = enlarged(image);
    int width = enlarged.width();
    int area = width * enlarged.height();
    float[] planes = new float[Canvas.COLORS * area];
    Canvas canvas =
        new Canvas(
            (x, y, c, values, from, count) ->
                System.arraycopy(values, from, planes, c * area + y * width + x, count));
    eachTile(image.withoutAlpha().toRgb(), canvas, listener);
    return planes;
  }

  private ImageSize enlarged(Image image) {
    int scale = network.scale();
    Canvas.check((long) image.width() * scale, (long) image.height() * scale);
    return ImageSize.of(image).times(scale);
  }

  private void eachTile(Image rgb, Canvas canvas, Listener listener) {
    List<Tile> all = tilesOf(ImageSize.of(rgb));
    for (int i = 0; i < all.size(); i++) {
      inMemory(all.get(i), rgb, tile -> put(rgb, tile, canvas), listener);
      planned
          .takeRefusal()
          .ifPresent(
              why ->
                  listener.note("Continuing without Winograd convolutions: " + why.getMessage()));
      listener.tileDone(i + 1, all.size());
    }
    if (images.incrementAndGet() % IMAGES_BETWEEN_TRIMS == 0) {
      Pointer.trimMemory();
    }
  }

  private List<Tile> tilesOf(ImageSize image) {
    // A vector field that looks at the whole image allows no cut.
    return size.dependsOnWholeImage() ? List.of(cut(image).whole()) : cut(image).of(tiles.limit());
  }

  private Tile.Cut cut(ImageSize image) {
    return new Tile.Cut(image.width(), image.height(), radius());
  }

  /** Works on a tile, in parts if there is no memory for the whole and it can be cut. */
  private void inMemory(Tile tile, Image image, Consumer<Tile> work, Listener listener) {
    if (!size.dependsOnWholeImage()) {
      tiles.run(tile, cut(ImageSize.of(image)), work, listener::note);
      return;
    }
    try {
      work.accept(tile);
    } catch (RuntimeException | OutOfMemoryError e) {
      if (!OutOfMemory.isNative(e)) {
        throw e;
      }
      throw new ButcherblockException(
          "Not enough memory for an image of %s x %s pixels, which %s cannot work on in parts, for its vector field %s depends on the whole image; cut the image yourself, or take another network."
              .formatted(
                  image.width(),
                  image.height(),
                  network.spec().name(),
                  network.spec().vectorField().name()),
          e);
    }
  }

  private void put(Image rgb, Tile tile, Canvas canvas) {
    int scale = network.scale();
    Tile.Part core = tile.core();
    Tile.Part context = tile.context();
    float[] lr = new float[Math.multiplyExact(Canvas.COLORS * context.width(), context.height())];
    rgb.copyPlanes(context.x(), context.y(), context.width(), context.height(), lr, 0);
    float[] sr =
        selfEnsemble
            ? ensemble(lr, context.width(), context.height())
            : run(lr, context.width(), context.height());
    OverflowException.check(sr, network.spec().name(), rgb.width(), rgb.height());
    canvas.put(
        sr,
        context.width() * scale,
        (core.x() - context.x()) * scale,
        (core.y() - context.y()) * scale,
        new Tile.Part(
            core.x() * scale, core.y() * scale, core.width() * scale, core.height() * scale));
  }

  private float[] ensemble(float[] lr, int width, int height) {
    int scale = network.scale();
    Symmetry[] symmetries = Symmetry.values();
    float[] mean = new float[Math.multiplyExact(lr.length, scale * scale)];
    for (Symmetry symmetry : symmetries) {
      int turnedWidth = symmetry.transposes() ? height : width;
      int turnedHeight = symmetry.transposes() ? width : height;
      float[] turned =
          run(symmetry.apply(lr, Canvas.COLORS, width, height), turnedWidth, turnedHeight);
      float[] back =
          symmetry
              .inverse()
              .apply(turned, Canvas.COLORS, turnedWidth * scale, turnedHeight * scale);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += back[i] / symmetries.length;
      }
    }
    return mean;
  }

  private float[] run(float[] planes, int width, int height) {
    double macs = (double) size.macs((long) width * height);
    return ForwardPass.run(macs, threads, onCpu, () -> pass(planes, width, height));
  }

  private float[] pass(float[] planes, int width, int height) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      // Here nobody closes it before the pass is over.
      checkOpen();
      Device device = network.parameters().device();
      Tensor onHost = Tensors.of(planes, 1, Canvas.COLORS, height, width);
      Tensor lr = onHost.to(device, onHost.scalar_type());
      Tensor sr = planned.forward(lr);
      try (onHost;
          lr;
          sr) {
        return Tensors.toArray(sr);
      }
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("The upscaler is closed.");
    }
  }

  /**
   * Lets go of the prepared weights, once the tile that is being worked on is done; images that
   * wait for their turn end without one. The network stays its owner's, to be closed after this.
   * Further calls do nothing.
   */
  @Override
  public void close() {
    // Before it is this one's turn: those that come before would be worked on first.
    closed = true;
    ThreadCount.lock();
    try {
      if (!released) {
        released = true;
        planned.close();
      }
    } finally {
      ThreadCount.unlock();
    }
  }
}
