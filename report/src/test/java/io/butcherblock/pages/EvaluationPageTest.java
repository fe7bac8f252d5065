package io.butcherblock.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.InferenceOptions;
import io.butcherblock.SuperResolution;
import io.butcherblock.data.ImagePair;
import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.image.Image;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.results.EvaluationsForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationPageTest {

  private static final double[] TEN = {5, 1, 9, 3, 7, 2, 8, 0, 4, 6};

  private final SuperResolutionNetwork network =
      new SuperResolutionNetwork(EulerForTests.network(2, 4), 2, 1, new Device("cpu"));
  private final List<String> shown = new ArrayList<>();
  private SuperResolution sr;
  private EvaluationPage page;

  @TempDir private Path folder;

  @BeforeEach
  void open() {
    sr = SuperResolution.of(network, InferenceOptions.DEFAULT);
    page = new EvaluationPage(sr);
  }

  @AfterEach
  void close() {
    sr.close();
    network.close();
  }

  private void add(Evaluation evaluation) {
    Image image = Image.of(24, 16, 3, new byte[24 * 16 * 3]);
    page.add(
        evaluation,
        evaluation.images().stream().map(each -> ImagePair.of(each.name(), image, 2)).toList());
  }

  private String written() throws IOException {
    Path file = folder.resolve("page.html");
    page.write(file, shown::add);
    return Files.readString(file);
  }

  /** Gains are those of the order: the images of 0, 1 and 2 dB, then those of 7, 8 and 9. */
  @Test
  void ofOneEvaluationTheLeastAndTheMostGainsAreShown() throws IOException {
    add(EvaluationsForTests.of("Set10", TEN));
    assertEquals(6, page.pictures());
    String html = written();
    assertEquals(List.of("image8", "image2", "image6", "image5", "image7", "image3"), shown);
    assertTrue(
        html.contains(
            "Pictures of 6 of 10 images: the 3 with the least gain over bicubic, and the 3 with the"
                + " most. A page has pictures of at most 8."));
    assertTrue(
        html.contains("<h3>image8, 16 x 16 pixels of 24 x 16, gain over bicubic +0.00 dB</h3>"));
  }

  @Test
  void threeEvaluationsShareThePictures() throws IOException {
    for (String set : List.of("a", "b", "c")) {
      add(EvaluationsForTests.of(set, TEN));
    }
    assertEquals(8, page.pictures());
    String html = written();
    List<String> three = List.of("image8", "image2", "image3");
    assertEquals(
        Stream.of(three, three, List.of("image8", "image3")).flatMap(List::stream).toList(), shown);
    assertTrue(html.contains("Pictures of 3 of 10 images: the 2 with the least gain"));
    assertTrue(html.contains("Pictures of 2 of 10 images: the 1 with the least gain"));
    assertTrue(html.contains("Means over the images of each data set."));
  }

  /** As of nine qualities of JPEG. */
  @Test
  void thoseOfMoreEvaluationsThanPicturesAreToldToHaveNone() throws IOException {
    for (int i = 0; i < 9; i++) {
      add(EvaluationsForTests.of("set" + i, 1, 2));
    }
    assertEquals(8, page.pictures());
    String html = written();
    assertEquals(8, html.split("Pictures of 1 of 2 images: that with", -1).length - 1);
    assertEquals(1, html.split("No pictures of 2 images: a page has", -1).length - 1);
  }

  @Test
  void allAreShownWhereThereAreFew() throws IOException {
    add(EvaluationsForTests.of("few", 2, 1));
    String html = written();
    assertEquals(List.of("image2", "image1"), shown);
    assertTrue(html.contains("Pictures of all images, the least gain over bicubic first."));
    for (String figure :
        List.of(
            "<dt>PSNR</dt><dd>31.50 dB</dd>",
            "<dt>SSIM</dt><dd>0.9500</dd>",
            "<dt>gain over bicubic</dt><dd>+1.50 dB</dd>",
            "<dt>images</dt><dd>2</dd>",
            "<dt>scheme</dt><dd>euler-for-tests</dd>",
            "<dt>vector field</dt><dd>conv-prelu</dd>",
            "<dt>blocks x channels</dt><dd>2 x 4</dd>")) {
      assertTrue(html.contains(figure), figure);
    }
    assertTrue(html.contains("; self-ensemble."));
  }

  @Test
  void eachImageHasItsPair() {
    assertThrows(
        IllegalArgumentException.class,
        () -> page.add(EvaluationsForTests.of("two", 1, 2), List.of()));
  }
}
