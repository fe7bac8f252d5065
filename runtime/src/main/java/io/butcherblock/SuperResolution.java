package io.butcherblock;

import io.butcherblock.data.PairedDataset;
import io.butcherblock.device.LibTorch;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.error.Setting;
import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.evaluate.Evaluator;
import io.butcherblock.execute.CloseOnFailure;
import io.butcherblock.execute.JavaMemory;
import io.butcherblock.files.ContentDigest;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageEncoding;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.models.Model;
import io.butcherblock.models.ModelCatalogue;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.Scale;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.upscale.FileUpscaling;
import io.butcherblock.upscale.PrecisionTrial;
import io.butcherblock.upscale.Upscaler;
import io.butcherblock.weights.Weights;
import io.butcherblock.weights.WeightsInfo;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.pytorch.Device;

/**
 * A trained network that enlarges images by a factor of 2, 3 or 4.
 *
 * <pre>{@code
 * try (SuperResolution sr = SuperResolution.load(Path.of("lf-s-x2.safetensors"))) {
 *   BufferedImage large = sr.upscale(ImageIO.read(file));
 * }
 * }</pre>
 *
 * <p>Images of any size are enlarged in bounded memory, tile by tile; the result is what the
 * network makes of the whole image. RGB goes through the network; grey goes through it as RGB and
 * becomes grey again; alpha is enlarged by the bicubic kernel, and colors that nobody sees, where
 * it is 0, have no effect.
 *
 * <p>Safe for any number of threads at the same time. One tile at a time goes through a network in
 * a process, with all processors or the GPU to itself, and threads take turns in the order in which
 * they come; each image is what it would be alone.
 *
 * <p>Holds native memory: the caller closes it. Where another thread does so, the images that are
 * being worked on end with an {@link IllegalStateException}, as does all use after that.
 */
public final class SuperResolution implements AutoCloseable {

  private final SuperResolutionNetwork network;
  private final boolean ownsNetwork;
  private final Optional<Path> weights;
  private final Optional<String> degradation;
  private final boolean selfEnsemble;
  private final Upscaler upscaler;
  private final Optional<PrecisionTrial> precisionTrial;
  private final AtomicBoolean toldPrecision = new AtomicBoolean();
  private Optional<List<String>> facts = Optional.empty();
  private Optional<String> modelName = Optional.empty();

  private SuperResolution(
      SuperResolutionNetwork network,
      boolean ownsNetwork,
      Optional<Path> weights,
      InferenceOptions options,
      Optional<PrecisionTrial> precisionTrial) {
    this.network = network;
    this.ownsNetwork = ownsNetwork;
    this.weights = weights;
    // At once: the file of weights on the class path is not there for long.
    this.degradation = weights.flatMap(file -> WeightsInfo.read(file).degradation());
    this.selfEnsemble = options.selfEnsemble();
    this.upscaler = new Upscaler(network, options.tileSize(), options.selfEnsemble());
    this.precisionTrial = precisionTrial;
  }

  /**
   * Opens a weights file that names its network and scale, as those written by this library do,
   * with {@link InferenceOptions#DEFAULT}.
   *
   * @param weights a safetensors file
   * @return a new object, which the caller closes
   * @throws ButcherblockException if the file cannot be read, does not name its network and scale,
   *     or its network is not on the class path
   */
  public static SuperResolution load(Path weights) {
    return load(weights, InferenceOptions.DEFAULT);
  }

  /**
   * Opens a weights file that names its network and scale, as those written by this library do.
   *
   * @param weights a safetensors file
   * @param options where and how the network is run
   * @return a new object, which the caller closes
   * @throws ButcherblockException if the file cannot be read, does not name its network and scale,
   *     or its network is not on the class path; or if the options ask for what is not available: a
   *     GPU, a precision, tiles of a network that depends on the whole image
   */
  public static SuperResolution load(Path weights, InferenceOptions options) {
    Objects.requireNonNull(weights, "There is no file of weights, but null.");
    Objects.requireNonNull(options, "options");
    Map<String, String> metadata = Weights.metadata(weights);
    NetworkSpec spec;
    int scale;
    try {
      WeightsInfo info = WeightsInfo.of(metadata);
      spec = info.spec(Catalogue.onClassPath());
      scale =
          info.scale()
              .orElseThrow(
                  () ->
                      ButcherblockException.of(
                          "The weights do not say of which %s they are; give it.", Setting.SCALE));
      Scale.check(scale);
    } catch (ButcherblockException e) {
      throw e.within(weights.toString());
    }
    return load(weights, spec, scale, options);
  }

  /**
   * Opens trained weights that are on the class path, such as those of the artifact {@code models},
   * with {@link InferenceOptions#DEFAULT}.
   *
   * @param name such as {@code photo-x2}, {@link ModelCatalogue#models} lists them
   * @return a new object, which the caller closes
   * @throws ButcherblockException if there are none of that name; the message suggests the nearest.
   *     A file is opened by {@link #load(Path)}
   */
  public static SuperResolution load(String name) {
    Objects.requireNonNull(name, "There is no name of trained weights, but null.");
    if (new File(name).isFile()) {
      throw new ButcherblockException(
          "%s is a file, and trained weights that come along have a name such as photo-x2; for a file of weights, give a Path."
              .formatted(PlainText.of(name)));
    }
    return load(ModelCatalogue.onClassPath().model(name), InferenceOptions.DEFAULT);
  }

  /**
   * Opens trained weights that are on the class path.
   *
   * @param model one of {@link ModelCatalogue#onClassPath}
   * @param options where and how the network is run
   * @return a new object, which the caller closes
   * @throws ButcherblockException if the weights cannot be read, or the options ask for what is not
   *     available
   */
  public static SuperResolution load(Model model, InferenceOptions options) {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(options, "options");
    return model.withFile(
        file -> {
          try (CloseOnFailure made = new CloseOnFailure()) {
            SuperResolution opened = made.add(load(file, options));
            // Of the file, which does not outlive this.
            opened.facts();
            opened.modelName = Optional.of(model.name());
            made.keep();
            return opened;
          }
        });
  }

  /**
   * Opens a weights file as the weights of a given network, for files that do not name their
   * network, such as state dicts of PyTorch.
   *
   * @param weights a safetensors file, or a state dict of {@code torch.save}, with the keys of this
   *     library or of the official implementation
   * @param spec the network, such as {@code Catalogue.onClassPath().network("oisr-lf-s")}
   * @param scale the enlargement: 2, 3 or 4
   * @param options where and how the network is run
   * @return a new object, which the caller closes
   * @throws ButcherblockException if the file cannot be read or belongs to another network; or if
   *     the options ask for what is not available: a GPU, a precision, tiles of a network that
   *     depends on the whole image
   */
  public static SuperResolution load(
      Path weights, NetworkSpec spec, int scale, InferenceOptions options) {
    Objects.requireNonNull(weights, "weights");
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(options, "options");
    try (Device device = LibTorch.device(options.device(), options.gpu())) {
      // Before weights are read, which may take long.
      options.precision().check(device);
      try (CloseOnFailure made = new CloseOnFailure()) {
        SuperResolutionNetwork network = made.add(Weights.open(weights, spec, scale, device));
        Optional<PrecisionTrial> trial = Optional.empty();
        if (options.precision().fixed().isEmpty()) {
          trial = Optional.of(PrecisionTrial.of(network));
        }
        network.use(
            options.precision().fixed().orElseGet(trial.map(PrecisionTrial::chosen)::orElseThrow));
        SuperResolution opened =
            new SuperResolution(network, true, Optional.of(weights), options, trial);
        made.keep();
        return opened;
      }
    }
  }

  /**
   * Enlarges with a network in memory, such as one just trained: with the weights and the precision
   * that it has now, on the device where it is.
   *
   * @param network stays the caller's, who closes it after this object
   * @param options tile size and self-ensemble; device, GPU and precision are those of the network
   * @return a new object, which the caller closes
   * @throws ButcherblockException if a tile size is given and the network depends on the whole
   *     image
   */
  public static SuperResolution of(SuperResolutionNetwork network, InferenceOptions options) {
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(options, "options");
    return new SuperResolution(network, false, Optional.empty(), options, Optional.empty());
  }

  /**
   * Enlarges a {@code BufferedImage}.
   *
   * @param image not changed; samples are taken as they are stored, those of more than 8 bits as 16
   * @return a new image {@link #scale()} times as wide and high: {@link
   *     BufferedImage#TYPE_BYTE_GRAY}, {@link BufferedImage#TYPE_3BYTE_BGR} or, with alpha, {@link
   *     BufferedImage#TYPE_4BYTE_ABGR}; of 16 bits {@link BufferedImage#TYPE_USHORT_GRAY} or, in
   *     color or with alpha, a custom type of interleaved samples; of a custom type also if {@code
   *     image} is grey with alpha, or its colors are those of a profile other than sRGB, which the
   *     result has then
   * @throws ButcherblockException if the image has other than 1 or 3 color components (or CMYK), or
   *     samples with a sign, or the result would be too large
   * @throws NullPointerException if {@code image} is null, as {@code ImageIO.read} returns it for a
   *     file of a format that it does not know
   */
  public BufferedImage upscale(BufferedImage image) {
    return upscale(image, (done, all) -> {});
  }

  /**
   * Enlarges a {@code BufferedImage} and reports progress.
   *
   * @param image as for {@link #upscale(BufferedImage)}
   * @param listener called in the calling thread after each tile; an exception that it throws ends
   *     the work and reaches the caller
   * @return a new image, as of {@link #upscale(BufferedImage)}
   * @throws ButcherblockException as {@link #upscale(BufferedImage)} does
   */
  public BufferedImage upscale(BufferedImage image, Upscaler.Listener listener) {
    return JavaMemory.during(
        "to enlarge %s x %s pixels".formatted(image.getWidth(), image.getHeight()),
        () ->
            upscale(Image.of(image), listener)
                .toBufferedImage(image.getColorModel().getColorSpace()));
  }

  /**
   * Enlarges an image.
   *
   * @param image not changed
   * @return a new image {@link #scale()} times as wide and high, with the channels and the depth of
   *     {@code image}
   * @throws ButcherblockException if the result would be too large
   */
  public Image upscale(Image image) {
    return upscale(image, (done, all) -> {});
  }

  /**
   * Enlarges an image and reports progress.
   *
   * @param image not changed
   * @param listener called in the calling thread after each tile; with the first image it is told
   *     which precision was found to be the fastest, if that was to be found out
   * @return a new image {@link #scale()} times as wide and high, with the channels and the depth of
   *     {@code image}
   * @throws ButcherblockException if the result would be too large
   */
  public Image upscale(Image image, Upscaler.Listener listener) {
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(listener, "listener");
    if (precisionTrial.isPresent() && toldPrecision.compareAndSet(false, true)) {
      listener.note(precisionTrial.get().toString());
    }
    return upscaler.upscale(image, listener);
  }

  /**
   * Enlarges an image file. The new file is written completely or not at all.
   *
   * @param from a PNG, JPEG, BMP, TIFF, WebP or GIF file
   * @param to the file to write, PNG, JPEG, WebP, TIFF or BMP by its extension; not {@code from},
   *     by whatever name
   * @throws ButcherblockException if {@code from} cannot be read or {@code to} cannot be written
   */
  public void upscale(Path from, Path to) {
    upscale(from, to, (done, all) -> {});
  }

  /**
   * Enlarges an image file and reports progress. The new file is written completely or not at all.
   *
   * @param from a PNG, JPEG, BMP, TIFF, WebP or GIF file
   * @param to the file to write, PNG, JPEG, WebP, TIFF or BMP by its extension; not {@code from},
   *     by whatever name
   * @param listener called in the calling thread after each tile
   * @throws ButcherblockException if {@code from} cannot be read or {@code to} cannot be written
   */
  public void upscale(Path from, Path to, Upscaler.Listener listener) {
    upscale(from, to, ImageEncoding.DEFAULT, listener);
  }

  /**
   * Enlarges an image file and reports progress. The new file is written completely or not at all.
   *
   * @param from a PNG, JPEG, BMP, TIFF, WebP or GIF file
   * @param to the file to write, PNG, JPEG, WebP, TIFF or BMP by its extension; not {@code from},
   *     by whatever name
   * @param encoding the quality of JPEG or WebP
   * @param listener called in the calling thread after each tile
   * @throws ButcherblockException if {@code from} cannot be read, or {@code to} cannot be written
   *     or coded so
   */
  public void upscale(Path from, Path to, ImageEncoding encoding, Upscaler.Listener listener) {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(encoding, "encoding");
    Objects.requireNonNull(listener, "listener");
    FileUpscaling file = FileUpscaling.of(from, to, facts(), encoding);
    file.write(upscale(file.read(scale()), listener));
  }

  /**
   * Compares what the network makes of the low-resolution images of a data set with the originals,
   * by the protocol of the usual benchmarks: PSNR and SSIM of luminance, as many border pixels
   * shaved as the scale.
   *
   * @param folder images in one of the layouts of {@link PairedDataset}
   * @throws ButcherblockException if there are no images, or one cannot be read or is too small
   */
  public Evaluation evaluate(Path folder) {
    Objects.requireNonNull(folder, "folder");
    return evaluate(
        PairedDataset.of(folder, scale(), PairedDataset.Purpose.EVALUATION),
        Protocol.benchmark(scale()),
        (image, done, all) -> {});
  }

  /**
   * Compares what the network makes of the low-resolution images of a data set with the originals.
   *
   * @param images a data set of this network's scale
   * @param protocol which samples are compared
   * @param listener called in the calling thread after each image
   * @throws ButcherblockException if the images are of another scale, or one cannot be read or is
   *     too small for the protocol
   */
  public Evaluation evaluate(PairedDataset images, Protocol protocol, Evaluator.Listener listener) {
    Objects.requireNonNull(images, "images");
    Objects.requireNonNull(protocol, "protocol");
    Objects.requireNonNull(listener, "listener");
    Scale.checkSame(images.scale(), scale());
    return new Evaluation(
        network.spec().name(),
        scale(),
        images.name(),
        protocol,
        selfEnsemble,
        new Evaluator(upscaler, protocol).evaluate(images.pairs(), listener),
        Optional.empty(),
        degradation(),
        modelName());
  }

  /**
   * What low-resolution images went through that the weights were trained for, as {@link
   * io.butcherblock.degrade.Degradation} names it: {@code jpeg} or {@code photo}. Empty if nothing,
   * or if the weights do not say.
   */
  public Optional<String> degradation() {
    return degradation;
  }

  /**
   * The name of the trained weights on the class path that this runs, such as {@code photo-x2}.
   * Empty if they are those of a file or of a network in memory.
   */
  public Optional<String> modelName() {
    return modelName;
  }

  /**
   * What was measured to choose the precision; empty if the options named one. The precision itself
   * is that of the {@link #network}.
   */
  public Optional<PrecisionTrial> precisionTrial() {
    return precisionTrial;
  }

  /** The factor by which width and height are enlarged: 2, 3 or 4. */
  public int scale() {
    return network.scale();
  }

  /**
   * The network with its weights. It is closed with this object, unless it was given to {@link
   * #of}; the caller of this method does not close it.
   */
  public SuperResolutionNetwork network() {
    return network;
  }

  /**
   * The upscaler that does the work, for calls at a lower level. It is closed with this object; the
   * caller does not close it.
   */
  public Upscaler upscaler() {
    return upscaler;
  }

  /**
   * Everything that an enlarged image depends on apart from the source image, a line each: the
   * network, a SHA-256 digest of its weights file, the precision, self-ensemble. Empty if the
   * weights come from no file.
   */
  public synchronized List<String> facts() {
    if (facts.isEmpty()) {
      facts = Optional.of(weights.map(this::factsOf).orElse(List.of()));
    }
    return facts.get();
  }

  private List<String> factsOf(Path file) {
    List<String> all = new ArrayList<>();
    WeightsInfo.of(network).toMap().forEach((name, value) -> all.add(name + " " + value));
    all.add("weights " + ContentDigest.of(file));
    all.add("precision " + network.precision());
    all.add("self-ensemble " + selfEnsemble);
    return List.copyOf(all);
  }

  /**
   * Frees the native memory of the network and of its prepared weights, once the tile that is being
   * worked on is done; images that wait for their turn end without one. A network that was given to
   * {@link #of} is not closed. Further calls do nothing.
   */
  @Override
  public void close() {
    upscaler.close();
    if (ownsNetwork) {
      network.close();
    }
  }
}
