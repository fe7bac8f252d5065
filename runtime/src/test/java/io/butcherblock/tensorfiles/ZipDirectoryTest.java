package io.butcherblock.tensorfiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.pickle.BadPickle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZipDirectoryTest {

  @TempDir private Path folder;

  @Test
  void recordsOf64BitsAreRead() throws IOException, BadPickle {
    ZipItem item = new ZipItem(0, 3, 3, false);
    assertEquals("abc", content(handMade(item, 1), "x"));
  }

  @Test
  void commentsAtTheEndAreSkipped() throws IOException, BadPickle {
    byte[] zip = TorchBytes.zip(Map.of("x", TorchBytes.latin1("abc")));
    zip[zip.length - 2] = 4;
    byte[] comment = TorchBytes.latin1("PK\5\6");
    assertEquals("abc", content(TorchBytes.join(zip, comment), "archive/x"));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 3, 3, false, 1",
    "9223372036854775807, 3, 3, false, 1",
    "0, 9223372036854775807, 9223372036854775807, false, 1",
    "0, -1, -1, false, 1",
    "0, 3, 4, false, 1",
    "0, 3, -1, true, 1",
    "0, 3, 3, false, 2",
    "5, 3, 3, false, 1",
  })
  void placesBeyondTheFileAreTold(
      long headerAt, long stored, long size, boolean deflated, long entries) throws IOException {
    assertDamaged(handMade(new ZipItem(headerAt, stored, size, deflated), entries));
  }

  @Test
  void directoriesBeyondTheFileAreTold() throws IOException {
    byte[] local = HandMadeZip.local("x", new byte[3]);
    byte[] directory = HandMadeZip.directory(Map.of("x", new ZipItem(0, 3, 3, false)));
    byte[] end = HandMadeZip.end(local.length, directory, 1);
    for (int field : new int[] {40, 48, 64}) {
      byte[] changed = end.clone();
      changed[field + 7] = 0x7f;
      assertDamaged(TorchBytes.join(local, directory, changed));
      changed[field + 7] = (byte) 0xff;
      assertDamaged(TorchBytes.join(local, directory, changed));
    }
  }

  @Test
  void encryptedFilesAreTold() throws IOException {
    byte[] zip = TorchBytes.zip(Map.of("x", TorchBytes.latin1("abc")));
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    zip[text.indexOf("PK\1\2") + 8] |= 1;
    Path file = Files.write(folder.resolve("x.zip"), zip);
    try (FileChannel channel = FileChannel.open(file)) {
      BadPickle bad = assertThrows(BadPickle.class, () -> ZipDirectory.read(channel));
      assertTrue(bad.getMessage().contains("encrypted"), bad.getMessage());
    }
  }

  private static byte[] handMade(ZipItem item, long entries) {
    byte[] local = HandMadeZip.local("x", TorchBytes.latin1("abc"));
    byte[] directory = HandMadeZip.directory(Map.of("x", item));
    return TorchBytes.join(local, directory, HandMadeZip.end(local.length, directory, entries));
  }

  private String content(byte[] zip, String name) throws IOException, BadPickle {
    Path file = Files.write(folder.resolve("x.zip"), zip);
    try (FileChannel channel = FileChannel.open(file)) {
      ZipDirectory directory = ZipDirectory.read(channel);
      assertEquals(Set.of(name), directory.names());
      try (InputStream in = directory.locate(name).open(channel)) {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      }
    }
  }

  private void assertDamaged(byte[] zip) throws IOException {
    BadPickle bad = assertThrows(BadPickle.class, () -> content(zip, "x"));
    assertTrue(bad.getMessage().contains("damaged"), bad.getMessage());
  }
}
