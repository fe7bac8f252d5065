package io.butcherblock.tensorfiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.pickle.PickleWriter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, reading it ends in tensors or in one sentence. */
class HostileTorchFileTest {

  @TempDir private Path folder;

  @Test
  void functionsAreNamedAndNotRun() throws IOException {
    Path mark = folder.resolve("run");
    byte[] pickle =
        TorchBytes.latin1("\u0080\2cos\nsystem\nX" + text("touch " + mark) + "\u0085R.");
    String why = "cannot be read: it wants to run os.system; only state dicts are read";
    assertTold(write(TorchBytes.join(TorchBytes.HEAD, pickle)), why);
    assertTold(write(TorchBytes.zip(Map.of("data.pkl", pickle))), why);
    assertTold(write(pickle), why);
    assertTrue(Files.notExists(mark));
  }

  private static String text(String text) {
    return (char) text.length() + "\0\0\0" + text;
  }

  @ParameterizedTest
  @CsvSource({
    "module.zip.pt, wants to run torch.nn.modules.activation.ReLU; only state dicts",
    "script.zip.pt, TorchScript"
  })
  void otherFilesOfPyTorchAreToldApart(String name, String why) throws URISyntaxException {
    assertTold(TorchFileTest.fixture(name), why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"state.pt", "state.zip.pt", "nested.pt"})
  void everyTruncationIsTold(String name) throws IOException, URISyntaxException {
    byte[] whole = Files.readAllBytes(TorchFileTest.fixture(name));
    for (int length = 0; length < whole.length; length++) {
      assertTold(write(Arrays.copyOf(whole, length)), "");
    }
  }

  /** A changed byte may go unnoticed, as one of a weight does; it must not do worse. */
  @ParameterizedTest
  @ValueSource(strings = {"state.pt", "state.zip.pt", "nested.zip.pt"})
  void everyChangedByteIsToldOrRead(String name) throws IOException, URISyntaxException {
    byte[] whole = Files.readAllBytes(TorchFileTest.fixture(name));
    SplittableRandom random = new SplittableRandom(1);
    long before = Pointer.totalCount();
    int told = 0;
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= (byte) (1 + random.nextInt(255));
      Path file = write(changed);
      try {
        TorchFileTest.read(file).close();
      } catch (ButcherblockException e) {
        assertOneSentence(file, e);
        told++;
      }
      assertTrue(Pointer.totalCount() <= before, "native objects left at byte " + at);
    }
    assertTrue(told > whole.length / 10, "told " + told + " of " + whole.length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 1 | 0 | 2 | 1 | needs more than the 1 elements",
        "1 | 1 | 1 | 1 | 1 | needs more than the 1 elements",
        "2 | 2 | 0 | 2 | 2 | needs more than the 2 elements",
        "1 | 1 | 0 | 1000000000 | 0 | needs more than the 1 elements",
        "2 | 2 | 0 | 9223372036854775807 | 9223372036854775807 | needs more than the 2 elements",
        "2 | 2 | 9223372036854775807 | 2 | 1 | needs more than the 2 elements",
        "2 | 2 | 9223372036854775807 | 0 | 1 | needs more than the 2 elements",
        "1 | 1 | -1 | 1 | 1 | no whole number from 0 on",
        "2 | 2 | 1 | 2 | -1 | no whole number from 0 on",
        "1 | 1 | 0 | -1 | 1 | no whole number from 0 on",
        "-1 | 1 | 0 | 0 | 1 | no whole number from 0 on",
        "1000000000000 | 1 | 0 | 1 | 1 | 4000000000000",
        "4611686018427387904 | 1 | 0 | 1 | 1 | a storage of 4611686018427387904 elements",
        "2 | 1 | 0 | 1 | 1 | 2"
      })
  void sizesAreCheckedBeforeMemoryIsTaken(
      long said, int stored, long offset, long size, long stride, String why) throws IOException {
    byte[] object = TorchBytes.dict("FloatStorage", said, offset, List.of(size), List.of(stride));
    byte[] data = new byte[stored * Float.BYTES];
    assertTold(write(TorchBytes.stream(object, said, data)), why.equals("2") ? "cut off" : why);
    Map<String, byte[]> entries = Map.of("data.pkl", object, "data/0", data);
    String bytes = " bytes where its tensors say ";
    assertTold(write(TorchBytes.zip(entries)), why.matches("\\d+") ? bytes : why);
  }

  @Test
  void shapesThatOverflowAreTold() throws IOException {
    long half = 1L << 32;
    byte[] object = TorchBytes.dict("FloatStorage", 1, 0, List.of(half, half), List.of(0L, 0L));
    assertTold(write(TorchBytes.stream(object, 1, new byte[4])), "needs more than the 1");
    long large = 1L << 62;
    byte[] empty =
        TorchBytes.dict("FloatStorage", 1, 0, List.of(0L, large, large), List.of(1L, 1L, 1L));
    assertTold(write(TorchBytes.stream(empty, 1, new byte[4])), "needs more than the 1");
    byte[] uneven = TorchBytes.dict("FloatStorage", 1, 0, List.of(1L), List.of());
    assertTold(write(TorchBytes.stream(uneven, 1, new byte[4])), "strides []");
    byte[] deep =
        TorchBytes.dict(
            "FloatStorage", 1, 0, Collections.nCopies(17, 1L), Collections.nCopies(17, 1L));
    assertTold(write(TorchBytes.stream(deep, 1, new byte[4])), "more than 16 dimensions");
  }

  @Test
  void storagesOfTheOldFormatAreCompared() throws IOException {
    byte[] object = TorchBytes.dict("FloatStorage", 2, 0, List.of(2L), List.of(1L));
    assertTold(write(TorchBytes.stream(object, 3, new byte[8])), "has 3 elements where");
    byte[] keys = TorchBytes.latin1("\u0080\2]U\u00011a.");
    assertTold(write(TorchBytes.join(TorchBytes.HEAD, object, keys)), "does not belong");
    byte[] none = TorchBytes.latin1("\u0080\2].");
    assertTold(write(TorchBytes.join(TorchBytes.HEAD, object, none)), "lacks storage 0");
    byte[] noList = TorchBytes.latin1("\u0080\2N.");
    assertTold(write(TorchBytes.join(TorchBytes.HEAD, object, noList)), "no list of its storages");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "N. | no dict of tensors",
        "]. | no dict of tensors",
        "}U\u0001aK\u0001s. | its item a is no tensor",
        "}K\u0005K\u0001s. | its item 5 is no tensor",
        "}q\u0001U\u0005modelh\u0001s. | its item model is no tensor",
        "}U\u0001aU\u0001bQs. | no storage",
        "}U\u0001actorch._utils^_rebuild_tensor_v2^)Rs. | without a storage",
        "}U\u0001actorch._utils^_rebuild_parameter^)Rs. | without a tensor"
      })
  void objectsThatAreNoStateDictAreTold(String pickle, String why) throws IOException {
    byte[] object = TorchBytes.latin1("\u0080\2" + pickle.replace('^', '\n'));
    assertTold(write(TorchBytes.zip(Map.of("data.pkl", object))), why);
  }

  @Test
  void otherPicklesAreTold() throws IOException {
    assertTold(write(TorchBytes.latin1("\u0080\2]q\0. ")), "not one written by torch.save");
    assertTold(write(TorchBytes.latin1("\u0080\4\u0095\0\0\0\0\0\0\0\0].")), "protocol 4");
    byte[] later = TorchBytes.HEAD.clone();
    later[18] ^= 1;
    assertTold(write(later), "another version");
    byte[] big = TorchBytes.latin1("\u0080\2}U\rlittle_endian\u0089s.");
    byte[] start = Arrays.copyOf(TorchBytes.HEAD, TorchBytes.HEAD.length - 4);
    assertTold(write(TorchBytes.join(start, big)), "big-endian");
  }

  @Test
  void namesAreShortAndOnOneLine() throws IOException {
    for (String name : List.of("a\nb", "n".repeat(1000))) {
      PickleWriter pickle = new PickleWriter().orderedDict().begin();
      TorchBytes.add(pickle, name, "0", "FloatStorage", 1, 0, List.of(), List.of());
      byte[] object = pickle.putAll().toBytes();
      assertTold(write(TorchBytes.stream(object, 1, new byte[4])), "a tensor of the name");
    }
  }

  @Test
  void zipFilesThatLackAPartAreTold() throws IOException {
    byte[] object = TorchBytes.dict("FloatStorage", 1, 0, List.of(1L), List.of(1L));
    assertTold(write(TorchBytes.zip(Map.of("data.pkl", object))), "lacks its part archive/data/0");
    assertTold(write(TorchBytes.zip(Map.of("data/0", new byte[4]))), "no data.pkl");
    Map<String, byte[]> twice = Map.of("data.pkl", object, "x/data.pkl", object);
    assertTold(write(TorchBytes.zip(twice)), "more than one data.pkl");
    Map<String, byte[]> big = new LinkedHashMap<>();
    big.put("data.pkl", object);
    big.put("byteorder", TorchBytes.latin1("big"));
    assertTold(write(TorchBytes.zip(big)), "big-endian");
  }

  @Test
  void zipBombsAreTold() throws IOException {
    int elements = 1 << 20;
    byte[] object =
        TorchBytes.dict("FloatStorage", elements, 0, List.of((long) elements), List.of(1L));
    Map<String, byte[]> entries = Map.of("data.pkl", object, "data/0", new byte[4 * elements]);
    assertTold(write(TorchBytes.zip(entries)), "would unpack to 4194304 bytes");
    byte[] longPickle = new byte[40 << 20];
    Arrays.fill(longPickle, (byte) 'U');
    longPickle[0] = 'N';
    assertTold(write(TorchBytes.zip(Map.of("data.pkl", longPickle))), "cannot be read");
  }

  /** Many storages over the same stored bytes: each fits into the file, all together do not. */
  @Test
  void overlappingEntriesAreTold() throws IOException {
    PickleWriter pickle = new PickleWriter().orderedDict().begin();
    int elements = 4096;
    for (int key = 0; key < 3; key++) {
      String name = String.valueOf(key);
      TorchBytes.add(pickle, name, name, "FloatStorage", elements, 0, List.of(), List.of());
    }
    byte[] zip = HandMadeZip.overlapping(pickle.putAll().toBytes(), new byte[4 * elements], 3);
    assertTold(write(zip), "would unpack to 49152 bytes");
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("hostile.pt"), bytes);
  }

  /** The place of a state dict has a name, which is not written for what can hold none. */
  @Test
  void longKeysOfManyItemsTakeNoTime() throws IOException {
    String key = "k".repeat(60_000);
    String open = "}X`\u00ea\0\0" + key;
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      items.append('J').append((char) (i & 0xff)).append((char) (i >> 8 & 0xff));
      items.append((char) (i >> 16)).append("\0Ns");
    }
    byte[] pickle =
        TorchBytes.latin1("\u0080\2" + open.repeat(8) + "}" + items + "s".repeat(8) + ".");
    Path file = write(TorchBytes.zip(Map.of("data.pkl", pickle)));
    assertTimeout(Duration.ofSeconds(20), () -> assertTold(file, "is no tensor"));
  }

  private static void assertTold(Path file, String why) {
    ButcherblockException error =
        assertThrows(ButcherblockException.class, () -> TorchFileTest.read(file).close());
    assertTrue(error.getMessage().contains(why), error.getMessage());
    assertOneSentence(file, error);
  }

  private static void assertOneSentence(Path file, ButcherblockException error) {
    assertTrue(error.getMessage().contains(file.toString()), error.getMessage());
    assertTrue(error.getMessage().endsWith("."), error.getMessage());
    assertEquals(1, error.getMessage().lines().count());
    assertTrue(error.getMessage().length() < 500 + file.toString().length(), error.getMessage());
  }
}
