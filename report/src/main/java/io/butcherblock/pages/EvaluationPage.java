package io.butcherblock.pages;

import io.butcherblock.SuperResolution;
import io.butcherblock.data.ImagePair;
import io.butcherblock.evaluate.EvaluatedImage;
import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.names.Counted;
import io.butcherblock.results.BelowBicubic;
import io.butcherblock.results.EvaluationOverview;
import io.butcherblock.results.EvaluationTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A page on evaluations of a network: PSNR and SSIM of each image in a table that can be sorted,
 * the images that the network gains least and most on beside bicubic and the original, with maps of
 * their errors and of SSIM, and the network's scheme.
 *
 * <pre>{@code
 * try (SuperResolution sr = SuperResolution.load(Path.of("lf-s-x2.safetensors"))) {
 *   PairedDataset set5 =
 *       PairedDataset.of(Path.of("Set5"), sr.scale(), PairedDataset.Purpose.EVALUATION);
 *   Evaluation evaluation =
 *       sr.evaluate(set5, Protocol.benchmark(sr.scale()), (image, done, all) -> {});
 *   new EvaluationPage(sr).add(evaluation, set5.pairs()).write(Path.of("report.html"));
 * }
 * }</pre>
 *
 * <p>The size of the page is bounded: at most {@value #MOST_PICTURES} images have pictures, and of
 * each a part of at most {@value EvaluatedPictures#SIDE} x {@value EvaluatedPictures#SIDE} pixels.
 */
public final class EvaluationPage {

  /** The most images with pictures in a page. */
  public static final int MOST_PICTURES = 8;

  private static final int MOST_OF_AN_EVALUATION = 6;

  private final SuperResolution sr;
  private final List<Part> parts = new ArrayList<>();

  /** An evaluation with the images of it that are shown, the least gain first. */
  private record Part(Evaluation evaluation, List<ImagePair> pairs) {}

  /**
   * An empty page.
   *
   * @param sr the network, which enlarges the images that are shown once more; stays the caller's
   *     and must not be closed before the page is written
   */
  public EvaluationPage(SuperResolution sr) {
    this.sr = sr;
  }

  /**
   * Adds an evaluation of the network.
   *
   * @param pairs the evaluated images, in the order of the evaluation's
   * @throws IllegalArgumentException if their number is not the evaluation's
   */
  public EvaluationPage add(Evaluation evaluation, List<ImagePair> pairs) {
    if (pairs.size() != evaluation.images().size()) {
      throw new IllegalArgumentException(
          "%s images were evaluated, not %s.".formatted(evaluation.images().size(), pairs.size()));
    }
    parts.add(new Part(evaluation, List.copyOf(pairs)));
    return this;
  }

  /** The number of images that the page shows, each of which is enlarged for it. */
  public int pictures() {
    return IntStream.range(0, parts.size()).map(i -> chosen(i).size()).sum();
  }

  /**
   * Writes the page.
   *
   * @throws io.butcherblock.error.ButcherblockException if an image cannot be read any more, or the
   *     file cannot be written
   */
  public void write(Path file) {
    write(file, name -> {});
  }

  /**
   * Writes the page.
   *
   * @param listener called with the name of each image before it is enlarged
   * @throws io.butcherblock.error.ButcherblockException if an image cannot be read any more, or the
   *     file cannot be written
   */
  public void write(Path file, Consumer<String> listener) {
    page(listener).write(file);
  }

  private HtmlPage page(Consumer<String> listener) {
    String network = "%s at x%s".formatted(sr.network().spec().name(), sr.scale());
    HtmlPage page =
        new HtmlPage(sr.modelName().map(weights -> weights + ": " + network).orElse(network));
    if (!parts.isEmpty()) {
      page.subtitle(subtitle(parts.get(0).evaluation()));
    }
    List<Evaluation> all = parts.stream().map(Part::evaluation).toList();
    if (all.size() > 1) {
      page.table(EvaluationOverview.of(all), "Means over the images of each data set.");
    }
    for (int i = 0; i < parts.size(); i++) {
      append(page, i, listener);
    }
    page.heading("The network");
    page.figures(NetworkFigures.of(sr.network().spec(), sr.scale()));
    String scheme = sr.network().spec().scheme().facts().name();
    page.schemes(List.of(SchemeCards.of(scheme, sr.network().spec())));
    return page;
  }

  private static String subtitle(Evaluation any) {
    return "PSNR and SSIM, compared with bicubic enlargement; %s; %s%s%s."
        .formatted(
            any.protocol().named(any.scale()),
            Protocol.GREY_STACKED,
            any.selfEnsemble() ? "; self-ensemble" : "",
            any.degradation().map(name -> "; trained for " + name).orElse(""));
  }

  private void append(HtmlPage page, int number, Consumer<String> listener) {
    Evaluation evaluation = parts.get(number).evaluation();
    page.heading(name(evaluation));
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("PSNR", EvaluationTable.psnr(evaluation.mean().psnr(), 2) + " dB");
    figures.put("SSIM", String.format(Locale.ROOT, "%.4f", evaluation.mean().ssim()));
    figures.put(
        "gain over bicubic",
        EvaluationTable.gain(evaluation.mean(), evaluation.bicubicMean()) + " dB");
    figures.put("images", String.valueOf(evaluation.images().size()));
    page.figures(figures);
    BelowBicubic.sentence(
            evaluation.mean().psnr(), evaluation.bicubicMean().psnr(), name(evaluation))
        .ifPresent(page::paragraph);
    page.table(EvaluationTable.withGain(evaluation), "The headings sort the table.");
    List<Integer> chosen = chosen(number);
    page.paragraph(chosenText(evaluation, chosen.size()));
    for (int image : chosen) {
      EvaluatedImage figuresOfIt = evaluation.images().get(image);
      listener.accept(figuresOfIt.name());
      page.comparison(
          new EvaluatedPictures(sr, evaluation.protocol())
              .comparison(figuresOfIt, parts.get(number).pairs().get(image).load()));
    }
  }

  private static String name(Evaluation evaluation) {
    return evaluation.dataSet()
        + evaluation.compression().map(jpeg -> ", LR images through " + jpeg).orElse("");
  }

  private static String chosenText(Evaluation evaluation, int chosen) {
    int all = evaluation.images().size();
    if (chosen == all) {
      return "Pictures of all images, the least gain over bicubic first.";
    }
    if (chosen == 0) {
      return "No pictures of %s: a page has pictures of at most %s, and others come first."
          .formatted(Counted.of(all, "image"), MOST_PICTURES);
    }
    int most = chosen / 2;
    return most == 0
        ? "Pictures of 1 of %s images: that with the least gain over bicubic. A page has pictures of at most %s."
            .formatted(all, MOST_PICTURES)
        : "Pictures of %s of %s images: the %s with the least gain over bicubic, and the %s with the most. A page has pictures of at most %s."
            .formatted(chosen, all, chosen - most, most, MOST_PICTURES);
  }

  /** The images shown of an evaluation: those of the least gain, then those of the most. */
  private List<Integer> chosen(int number) {
    int share = MOST_PICTURES / parts.size();
    int extra = number < MOST_PICTURES % parts.size() ? 1 : 0;
    List<EvaluatedImage> images = parts.get(number).evaluation().images();
    int count = Math.min(images.size(), Math.min(MOST_OF_AN_EVALUATION, share + extra));
    List<Integer> byGain =
        IntStream.range(0, images.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> gain(images.get(i))))
            .toList();
    List<Integer> chosen = new ArrayList<>(byGain.subList(0, count - count / 2));
    chosen.addAll(byGain.subList(images.size() - count / 2, images.size()));
    return chosen;
  }

  private static double gain(EvaluatedImage image) {
    double gain = image.network().psnr() - image.bicubic().psnr();
    return Double.isNaN(gain) ? 0 : gain;
  }
}
