package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.InferenceOptions;
import io.butcherblock.SuperResolution;
import io.butcherblock.data.PairedDataset;
import io.butcherblock.device.DeviceChoice;
import io.butcherblock.device.LibTorch;
import io.butcherblock.device.Precision;
import io.butcherblock.device.PrecisionChoice;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import io.butcherblock.upscale.Upscaler;
import io.butcherblock.weights.Weights;
import io.butcherblock.weights.WeightsInfo;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Enlarging through the library's front. */
class SuperResolutionTest {

  private static final NetworkSpec SPEC =
      Catalogue.onClassPath().network("oisr-rk2-s").withSize(2, 8);
  private static final InferenceOptions CPU = InferenceOptions.DEFAULT.withDevice(DeviceChoice.CPU);

  @TempDir private Path folder;
  private Path weights;

  @BeforeEach
  void saveWeights() {
    weights = folder.resolve("weights.safetensors");
    try (Device cpu = new Device("cpu");
        SuperResolutionNetwork network = new SuperResolutionNetwork(SPEC, 2, 5, cpu)) {
      Weights.save(weights, network);
    }
  }

  /** Of 16 bits: what the JDK calls grey, and a type of one's own. */
  @Test
  void sixteenBitsComeBackAsSixteen() {
    short[] samples = new short[20 * 12 * 3];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (20_000 + 37 * i);
    }
    try (SuperResolution sr = SuperResolution.load(weights, CPU)) {
      for (int channels : new int[] {1, 3}) {
        Image image = Image.of(20, 12, channels, Arrays.copyOf(samples, 20 * 12 * channels));
        BufferedImage large = sr.upscale(image.toBufferedImage());
        assertEquals(
            channels == 1 ? BufferedImage.TYPE_USHORT_GRAY : BufferedImage.TYPE_CUSTOM,
            large.getType());
        assertEquals(channels, large.getRaster().getNumBands());
        assertEquals(16, large.getColorModel().getComponentSize(0));
        assertEquals(sr.upscale(image), Image.of(large));
      }
    }
  }

  @Test
  void noWeightsAreTold() {
    for (Executable loading :
        new Executable[] {
          () -> SuperResolution.load((String) null), () -> SuperResolution.load((Path) null)
        }) {
      String said = assertThrows(NullPointerException.class, loading).getMessage();
      assertTrue(said.startsWith("There is no "), said);
    }
  }

  /** The right values are those of the network itself, which knows no tiles and no plan. */
  @Test
  void anImageIsEnlargedAsTheNetworkDoes() {
    Image image = noise(37, 29, 3, 1);
    Image expected;
    try (Device cpu = new Device("cpu");
        NoGradGuard guard = new NoGradGuard();
        SuperResolutionNetwork network = Weights.open(weights, SPEC, 2, cpu);
        Tensor lr = Tensors.of(image.planes(), 1, 3, 29, 37);
        Tensor sr = network.forward(lr)) {
      expected = Image.ofPlanes(74, 58, 3, Tensors.toArray(sr));
    }
    try (SuperResolution sr = SuperResolution.load(weights, CPU.withTileSize(16))) {
      assertClose(expected, sr.upscale(image));
      assertClose(expected, Image.of(sr.upscale(image.toBufferedImage())));
    }
  }

  @Test
  void theTypesOfBufferedImagesAreThoseOfFileReaders() {
    Image alpha = noise(9, 8, 3, 2).withAlpha(noise(9, 8, 1, 3).samples());
    try (SuperResolution sr = SuperResolution.load(weights)) {
      assertEquals(
          BufferedImage.TYPE_3BYTE_BGR, sr.upscale(noise(9, 8, 3, 1).toBufferedImage()).getType());
      assertEquals(
          BufferedImage.TYPE_BYTE_GRAY, sr.upscale(noise(9, 8, 1, 1).toBufferedImage()).getType());
      assertEquals(BufferedImage.TYPE_4BYTE_ABGR, sr.upscale(alpha.toBufferedImage()).getType());
    }
  }

  @Test
  void severalThreadsGetWhatOneGets() throws Exception {
    List<Image> images = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      images.add(noise(8 + 17 * (i % 5), 40 + 13 * (i % 3), i % 4 == 3 ? 1 : 3, i));
    }
    int threadsBefore = torch.get_num_threads();
    ExecutorService pool = Executors.newFixedThreadPool(6);
    try (SuperResolution sr = SuperResolution.load(weights, CPU.withTileSize(24))) {
      List<Image> alone = images.stream().map(sr::upscale).toList();
      List<Future<Image>> together = new ArrayList<>();
      for (Image image : images) {
        together.add(pool.submit(() -> sr.upscale(image)));
      }
      for (int i = 0; i < images.size(); i++) {
        assertEquals(alone.get(i), together.get(i).get(), "image " + i);
      }
      // LibTorch's own number of threads is as it was, for threads to come, too.
      assertEquals(threadsBefore, torch.get_num_threads());
      assertEquals(
          threadsBefore, Executors.newSingleThreadExecutor().submit(torch::get_num_threads).get());
    } finally {
      pool.shutdown();
    }
  }

  /** Two networks side by side, each with its own precision. */
  @Test
  void precisionIsThatOfOneObject() {
    Image image = noise(40, 40, 3, 4);
    Image exact;
    try (SuperResolution sr = SuperResolution.load(weights, CPU)) {
      exact = sr.upscale(image);
    }
    try (SuperResolution fp32 = SuperResolution.load(weights, CPU);
        SuperResolution bf16 = SuperResolution.load(weights, CPU.withPrecision(Precision.BF16))) {
      Image rough = bf16.upscale(image);
      assertEquals(exact, fp32.upscale(image));
      assertNotEquals(exact, rough);
      assertEquals(rough, bf16.upscale(image));
    }
  }

  /** Which it is depends on the machine; that it is the one said, and said once, does not. */
  @Test
  void thePrecisionFoundIsTheOneUsedAndTold() {
    Image image = noise(40, 40, 3, 4);
    List<String> notes = new ArrayList<>();
    Upscaler.Listener listener =
        new Upscaler.Listener() {
          @Override
          public void tileDone(int done, int all) {}

          @Override
          public void note(String sentence) {
            notes.add(sentence);
          }
        };
    try (SuperResolution found =
        SuperResolution.load(weights, CPU.withPrecision(PrecisionChoice.AUTO))) {
      Precision chosen = found.precisionTrial().orElseThrow().chosen();
      assertEquals(chosen, found.network().precision());
      assertTrue(found.facts().contains("precision " + chosen));
      Image large = found.upscale(image, listener);
      found.upscale(image, listener);
      assertEquals(1, notes.size());
      assertTrue(notes.get(0).startsWith("Precision " + chosen + ": "), notes.get(0));
      try (SuperResolution said = SuperResolution.load(weights, CPU.withPrecision(chosen))) {
        assertEquals(Optional.empty(), said.precisionTrial());
        assertEquals(said.upscale(image), large);
      }
    }
  }

  @Test
  void aNetworkInMemoryStaysItsOwners() {
    Image image = noise(12, 12, 3, 5);
    try (Device cpu = new Device("cpu");
        SuperResolutionNetwork network = Weights.open(weights, SPEC, 2, cpu)) {
      Image first;
      try (SuperResolution sr = SuperResolution.of(network, CPU)) {
        first = sr.upscale(image);
      }
      try (SuperResolution sr = SuperResolution.of(network, CPU);
          SuperResolution loaded = SuperResolution.load(weights, CPU)) {
        assertEquals(first, sr.upscale(image));
        assertEquals(first, loaded.upscale(image));
      }
    }
  }

  @Test
  void filesAreWrittenWholeAndNeverOverTheirOwnImage() throws IOException {
    Path image = folder.resolve("image.png");
    ImageFiles.write(noise(12, 10, 3, 6), image);
    byte[] before = Files.readAllBytes(image);
    try (SuperResolution sr = SuperResolution.load(weights, CPU)) {
      sr.upscale(image, folder.resolve("large.png"));
      assertEquals("24 x 20 RGB", ImageFiles.read(folder.resolve("large.png")).toString());
      ButcherblockException refused =
          assertThrows(ButcherblockException.class, () -> sr.upscale(image, image));
      assertTrue(refused.getMessage().contains("written over"), refused.getMessage());
      assertArrayEquals(before, Files.readAllBytes(image));
      assertThrows(
          ButcherblockException.class,
          () -> sr.upscale(folder.resolve("none.png"), folder.resolve("of-none.png")));
      assertFalse(Files.exists(folder.resolve("of-none.png")));
    }
  }

  @Test
  void whatWeightsDoNotSayIsAskedFor() {
    Path silent = folder.resolve("silent.safetensors");
    Path stranger = folder.resolve("stranger.safetensors");
    try (Device cpu = new Device("cpu");
        SuperResolutionNetwork network = new SuperResolutionNetwork(SPEC, 2, 5, cpu)) {
      Weights.save(silent, network.parameters(), Map.of());
      Weights.save(stranger, network.parameters(), Map.of("network", "oisr-lfs", "scale", "2"));
    }
    assertTrue(failure(silent).contains("do not say of which network they are"), failure(silent));
    assertTrue(
        failure(stranger).startsWith(stranger + ": There is no network oisr-lfs"),
        failure(stranger));
    try (SuperResolution sr = SuperResolution.load(silent, SPEC, 2, CPU)) {
      assertEquals(2, sr.scale());
    }
  }

  private static String failure(Path file) {
    return assertThrows(ButcherblockException.class, () -> SuperResolution.load(file, CPU))
        .getMessage();
  }

  private static void assertClose(Image expected, Image actual) {
    byte[] a = expected.samples();
    byte[] b = actual.samples();
    assertEquals(a.length, b.length);
    int different = 0;
    for (int i = 0; i < a.length; i++) {
      int difference = Math.abs((a[i] & 0xff) - (b[i] & 0xff));
      assertTrue(difference <= 1, "sample " + i);
      different += difference;
    }
    // Sums taken in another order may round to the next of 256 values.
    assertTrue(different < a.length / 500, different + " of " + a.length);
  }

  private static Image noise(int width, int height, int channels, long seed) {
    byte[] samples = new byte[width * height * channels];
    new Random(seed).nextBytes(samples);
    return Image.of(width, height, channels, samples);
  }

  /** Whatever they say: one sentence, with the file, and no memory taken for it. */
  @Test
  void weightsThatLieOfThemselvesAreRefused() {
    Map<String, String> lies =
        Map.of(
            "scheme", "none",
            "vector_field", "none",
            "scale", "3",
            "blocks", "200000000",
            "channels", "2000000000",
            "coefficients", "frozen");
    Path file = folder.resolve("lie.safetensors");
    try (SuperResolutionNetwork network = new SuperResolutionNetwork(SPEC, 2, 5, LibTorch.cpu())) {
      lies.forEach(
          (name, value) -> {
            Map<String, String> metadata = WeightsInfo.of(network).toMap();
            metadata.put(name, value);
            Weights.save(file, network.parameters(), metadata);
            assertTrue(failure(file).startsWith(file.toString()), failure(file));
          });
      for (String scale : List.of("7", "two")) {
        Map<String, String> metadata = WeightsInfo.of(network).toMap();
        metadata.put("scale", scale);
        Weights.save(file, network.parameters(), metadata);
        assertTrue(failure(file).startsWith(file.toString()), failure(file));
      }
    }
  }

  @Test
  void optionsThatNobodyCanMeanAreRefused() {
    assertThrows(ButcherblockException.class, () -> CPU.withTileSize(0));
    assertThrows(ButcherblockException.class, () -> CPU.withGpu(-1));
  }

  @Test
  void imagesOfAnotherScaleAreNotCompared() {
    ImageFiles.write(noise(60, 60, 3, 7), folder.resolve("images/image.png"));
    PairedDataset images =
        PairedDataset.of(folder.resolve("images"), 3, PairedDataset.Purpose.EVALUATION);
    try (SuperResolution sr = SuperResolution.load(weights, CPU)) {
      String told =
          assertThrows(
                  ButcherblockException.class,
                  () -> sr.evaluate(images, Protocol.benchmark(3), (image, done, all) -> {}))
              .getMessage();
      assertTrue(told.contains("a scale of 3"), told);
    }
  }
}
