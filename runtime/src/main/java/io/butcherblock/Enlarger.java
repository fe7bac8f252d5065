package io.butcherblock;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.execute.JavaMemory;
import io.butcherblock.files.StreamedFiles;
import io.butcherblock.image.BicubicResize;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageEncoding;
import io.butcherblock.image.ImageSize;
import io.butcherblock.image.PixelLimit;
import io.butcherblock.models.ImageKind;
import io.butcherblock.models.Model;
import io.butcherblock.models.ModelCatalogue;
import io.butcherblock.upscale.FileUpscaling;
import io.butcherblock.upscale.Passes;
import io.butcherblock.upscale.TargetSize;
import io.butcherblock.upscale.Upscaler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Enlarges images to any size: by trained networks to the next whole factor, then by the bicubic
 * kernel to the size that was asked for. Beyond the largest factor of a network an image goes
 * through two, one after the other.
 *
 * <pre>{@code
 * try (Enlarger enlarger = Enlarger.of(ImageKind.PHOTO, InferenceOptions.DEFAULT)) {
 *   enlarger.upscale(Path.of("photo.jpg"), Path.of("large.png"), TargetSize.within(1920, 1080));
 * }
 * }</pre>
 *
 * <p>Safe for any number of threads at the same time, as {@link SuperResolution} is. Holds native
 * memory: the caller closes it. Where another thread does so, the images that are being worked on
 * end with an {@link IllegalStateException}, as does all use after that.
 */
public final class Enlarger implements AutoCloseable {

  private final Set<Integer> scales;
  private final IntFunction<SuperResolution> source;
  private final Supplier<List<String>> facts;
  private final boolean ownsNetworks;
  private Optional<List<String>> knownFacts = Optional.empty();
  private final Map<Integer, SuperResolution> open = new HashMap<>();
  private boolean closed;

  private Enlarger(
      Set<Integer> scales,
      IntFunction<SuperResolution> source,
      Supplier<List<String>> facts,
      boolean ownsNetworks) {
    this.scales = scales;
    this.source = source;
    this.facts = facts;
    this.ownsNetworks = ownsNetworks;
  }

  /**
   * Enlarges with one network.
   *
   * @param network stays the caller's, who closes it after this object
   * @return a new object, which the caller closes
   */
  public static Enlarger of(SuperResolution network) {
    Objects.requireNonNull(network, "network");
    return new Enlarger(
        Set.of(network.scale()), scale -> network, network::facts, /* ownsNetworks= */ false);
  }

  /**
   * Enlarges with the trained networks on the class path, each opened when it is first needed.
   *
   * @param kind what is enlarged; {@link ImageKind#of} tells it of a file
   * @param options where and how the networks are run
   * @return a new object, which the caller closes
   * @throws ButcherblockException if there are no networks for {@code kind} on the class path
   */
  public static Enlarger of(ImageKind kind, InferenceOptions options) {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(options, "options");
    Map<Integer, Model> models = ModelCatalogue.onClassPath().of(kind);
    return new Enlarger(
        new TreeSet<>(models.keySet()),
        scale -> SuperResolution.load(models.get(scale), options),
        () -> factsOf(models.values(), options),
        /* ownsNetworks= */ true);
  }

  /**
   * How an image would come to a size.
   *
   * @param source the size of the image
   * @throws ButcherblockException if {@code size} is below that of the image, or more than two
   *     passes enlarge
   */
  public Passes plan(ImageSize source, TargetSize size) {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(size, "size");
    return Passes.of(source, size.of(source), scales);
  }

  /**
   * Enlarges an image.
   *
   * @param image not changed
   * @param size the size of the result
   * @return a new image with the channels of {@code image}
   * @throws ButcherblockException if {@code size} is below that of the image, more than two passes
   *     enlarge, or the result would be too large
   */
  public Image upscale(Image image, TargetSize size) {
    return upscale(image, size, (done, all) -> {});
  }

  /**
   * Enlarges an image and reports progress.
   *
   * @param image not changed
   * @param size the size of the result
   * @param listener called in the calling thread after each tile; all tiles are those of both
   *     passes
   * @return a new image with the channels of {@code image}
   * @throws ButcherblockException if {@code size} is below that of the image, more than two passes
   *     enlarge, or the result would be too large
   */
  public Image upscale(Image image, TargetSize size, Upscaler.Listener listener) {
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(listener, "listener");
    Passes passes = plan(ImageSize.of(image), size);
    int all = tiles(ImageSize.of(image), passes);
    int done = 0;
    Image large = image;
    for (int scale : passes.scales()) {
      SuperResolution sr = network(scale);
      int before = done;
      done += sr.upscaler().tiles(large);
      large = sr.upscale(large, new PassListener(listener, before, all));
    }
    ImageSize target = passes.target();
    Image enlarged = large;
    return JavaMemory.during(
        "to make %s pixels of %s".formatted(target, ImageSize.of(large)),
        () -> BicubicResize.resize(enlarged, target.width(), target.height()));
  }

  /**
   * Enlarges an image file. The new file is written completely or not at all.
   *
   * @param from a PNG, JPEG, BMP, TIFF, WebP or GIF file
   * @param to the file to write, its format by its extension; not {@code from}, by whatever name
   * @param size the size of the result
   * @throws ButcherblockException if {@code from} cannot be read, {@code to} cannot be written, or
   *     the size cannot be reached
   */
  public void upscale(Path from, Path to, TargetSize size) {
    upscale(from, to, size, (done, all) -> {});
  }

  /**
   * Enlarges an image file and reports progress. The new file is written completely or not at all.
   *
   * @param from a PNG, JPEG, BMP, TIFF, WebP or GIF file
   * @param to the file to write, its format by its extension; not {@code from}, by whatever name
   * @param size the size of the result
   * @param listener called in the calling thread after each tile; all tiles are those of both
   *     passes. An exception that it throws ends the work and reaches the caller
   * @throws ButcherblockException if {@code from} cannot be read, {@code to} cannot be written, or
   *     the size cannot be reached
   */
  public void upscale(Path from, Path to, TargetSize size, Upscaler.Listener listener) {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(listener, "listener");
    FileUpscaling file = FileUpscaling.of(from, to, facts(size), ImageEncoding.DEFAULT);
    file.write(upscale(file.read(size), size, listener));
  }

  /**
   * Enlarges an image file that comes from a stream, such as an upload. Meanwhile both files lie in
   * a folder for temporary files, which only this user can read.
   *
   * @param from holds a PNG, JPEG, BMP, TIFF, WebP or GIF file; read to its end, and not closed
   * @param to is written to when the image is enlarged, and not at all if it cannot be; not closed
   * @param format of the result: png, jpg, webp, tif or bmp
   * @param size the size of the result
   * @param listener called in the calling thread after each tile; all tiles are those of both
   *     passes. An exception that it throws ends the work and reaches the caller
   * @throws ButcherblockException if what is read is no image or has more pixels than {@link
   *     PixelLimit} lets through, the format is none of these, the size cannot be reached, or the
   *     folder for temporary files cannot be written
   * @throws IOException if a stream fails
   */
  public void upscale(
      InputStream from, OutputStream to, String format, TargetSize size, Upscaler.Listener listener)
      throws IOException {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(listener, "listener");
    try (StreamedFiles files = new StreamedFiles("an image")) {
      Path image = files.file("the image");
      Path large = files.file("the enlarged image." + format);
      StreamedFiles.receive(
          from,
          image,
          "an image",
          PixelLimit.mostBytes(),
          () -> PixelLimit.tooManyBytes("The image"));
      try {
        upscale(image, large, size, listener);
      } catch (ButcherblockException e) {
        throw e.reworded(files::withoutFolder);
      }
      Files.copy(large, to);
    }
  }

  /** Passes on what happens in one pass, with the tiles of all. */
  private record PassListener(Upscaler.Listener listener, int before, int all)
      implements Upscaler.Listener {

    @Override
    public void tileDone(int done, int ofPass) {
      listener.tileDone(before + done, all);
    }

    @Override
    public void note(String sentence) {
      listener.note(sentence);
    }
  }

  /**
   * The number of tiles that an image is cut into, in all passes together. Opens their networks.
   *
   * @param source the size of the image
   * @param size the size of the result
   * @throws ButcherblockException as of {@link #plan}
   */
  public int tiles(ImageSize source, TargetSize size) {
    return tiles(source, plan(source, size));
  }

  private int tiles(ImageSize source, Passes passes) {
    int all = 0;
    ImageSize current = source;
    for (int scale : passes.scales()) {
      all += network(scale).upscaler().tiles(current);
      current = current.times(scale);
    }
    return all;
  }

  /** The network of a factor, one of those that there are; closed with this object. */
  private synchronized SuperResolution network(int scale) {
    if (closed) {
      throw new IllegalStateException("The enlarger is closed.");
    }
    return open.computeIfAbsent(scale, source::apply);
  }

  /**
   * Everything that an enlarged image depends on apart from the source image, a line each. Empty if
   * the weights come from no file.
   *
   * @param size the size of the result
   */
  public List<String> facts(TargetSize size) {
    Objects.requireNonNull(size, "size");
    List<String> all = new ArrayList<>(networkFacts());
    boolean plain = scales.stream().anyMatch(scale -> size.equals(TargetSize.by(scale)));
    if (!all.isEmpty() && !(plain && scales.size() == 1)) {
      all.add("size " + size);
    }
    return all;
  }

  /** Digests of weights among them, so they are taken once and not for each image. */
  private synchronized List<String> networkFacts() {
    if (knownFacts.isEmpty()) {
      knownFacts = Optional.of(facts.get());
    }
    return knownFacts.get();
  }

  private static List<String> factsOf(Collection<Model> models, InferenceOptions options) {
    List<String> all = new ArrayList<>();
    models.forEach(model -> all.add("weights " + model.digest()));
    all.add("precision " + options.precision());
    all.add("self-ensemble " + options.selfEnsemble());
    return all;
  }

  /** Frees the native memory of the networks that this object opened. Further calls do nothing. */
  @Override
  public synchronized void close() {
    if (ownsNetworks) {
      open.values().forEach(SuperResolution::close);
    }
    open.clear();
    closed = true;
  }
}
