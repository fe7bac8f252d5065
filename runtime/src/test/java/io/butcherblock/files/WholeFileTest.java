package io.butcherblock.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeFileTest {

  @TempDir private Path folder;

  @Test
  void aFileIsWrittenInFoldersThatItMakesAndReplacesAnother() throws IOException {
    Path file = folder.resolve("a/b/c.txt");
    WholeFile.writeText(file, "first");
    WholeFile.writeText(file, "second");
    assertEquals("second", Files.readString(file));
    assertOnly(file);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aFileThatIsReplacedKeepsItsPermissions() throws IOException {
    Path file = Files.writeString(folder.resolve("c.txt"), "mine");
    for (String permissions : new String[] {"rw-------", "rw-rw-r--", "r--r-----"}) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      WholeFile.writeText(file, permissions);
      assertEquals(permissions, Files.readString(file));
      assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
  }

  /** Lines as Linux writes them for {@code mount --bind} of a folder and of two files. */
  @Test
  void aFileThatIsMountedIsFound() {
    List<String> table =
        List.of(
            "22 1 252:0 / / rw,relatime shared:1 - ext4 /dev/vda rw",
            "31 22 252:0 /in /images rw,relatime - ext4 /dev/vda rw",
            "40 22 252:0 /in/a\\040b.png /images/a\\040b.png rw,relatime - ext4 /dev/vda rw",
            "41 22 252:0 /in/b.png /images/\u00c3\u00a4\\134.png rw - ext4 /dev/vda rw");
    assertTrue(MountPoints.contain(table, Path.of("/images/a b.png")));
    assertTrue(MountPoints.contain(table, Path.of("/images/\u00e4\\.png")));
    assertFalse(MountPoints.contain(table, Path.of("/in/b.png")));
    assertFalse(MountPoints.contain(table, Path.of("/images/b.png")));
  }

  /** Whoever opens it waits for a reader, who may never come. */
  @Test
  void aNamedPipeIsRefusedAndNotWaitedFor() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "This system makes no pipes.");
    assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor());
    Path link = Files.createSymbolicLink(folder.resolve("link"), pipe);
    for (Path each : new Path[] {pipe, link}) {
      for (Executable writing :
          new Executable[] {
            () -> WholeFile.checkPlace(each), () -> WholeFile.writeText(each, "text")
          }) {
        ButcherblockException error = assertThrows(ButcherblockException.class, writing);
        assertTrue(error.getMessage().contains("it is a named pipe"), error.getMessage());
      }
    }
    assertFalse(FilePlace.isNamedPipe(Path.of("/dev/stdout")));
    assertFalse(FilePlace.isNamedPipe(Path.of("/dev/null")));
  }

  @Test
  void aFailureOnTheWayLeavesWhatWasThere() throws IOException {
    Path file = folder.resolve("c.txt");
    WholeFile.writeText(file, "first");
    ButcherblockException error =
        assertThrows(
            ButcherblockException.class,
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }));
    assertEquals("Cannot write " + file + ": No space left on device.", error.getMessage());
    assertEquals("first", Files.readString(file));
    assertOnly(file);
  }

  @Test
  void anInterruptedThreadIsToldSo() throws IOException {
    Path file = folder.resolve("c.txt");
    WholeFile.writeText(file, "first");
    Thread.currentThread().interrupt();
    ButcherblockException error;
    try {
      error = assertThrows(ButcherblockException.class, () -> WholeFile.writeText(file, "second"));
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertEquals("Cannot write " + file + ": the thread was interrupted.", error.getMessage());
    assertEquals("first", Files.readString(file));
    assertOnly(file);
  }

  @Test
  void whoMayReadItIsAsForAnyNewFile() throws IOException {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "This file system has no permissions.");
    Path other = Files.createFile(folder.resolve("other"));
    Path file = folder.resolve("file");
    WholeFile.writeText(file, "text");
    assertEquals(Files.getPosixFilePermissions(other), Files.getPosixFilePermissions(file));
  }

  @Test
  void aFolderIsNotWrittenOver() {
    assertThrows(ButcherblockException.class, () -> WholeFile.writeText(folder, "text"));
    assertTrue(Files.isDirectory(folder));
  }

  @Test
  void aFolderInTheWayIsTold() throws IOException {
    Files.createFile(folder.resolve("inside"));
    IOException failure = assertThrows(IOException.class, () -> Files.delete(folder));
    assertEquals(
        "Cannot remove x: " + folder + " is a folder, and not empty.",
        FileFailure.cannot("remove", "x", failure).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"b", "\u30ab"})
  void aNameAsLongAsTheSystemTakesIsWritten(String letter) throws IOException {
    int most = 255 / letter.getBytes(StandardCharsets.UTF_8).length;
    Path file = folder.resolve(letter.repeat(most));
    WholeFile.checkPlace(file);
    WholeFile.writeText(file, "text");
    assertEquals("text", Files.readString(file));
    assertOnly(file);
    Path longer = folder.resolve(letter.repeat(most + 1));
    for (Executable call :
        new Executable[] {
          () -> WholeFile.checkPlace(longer),
          () -> WholeFile.checkName(longer),
          () -> WholeFile.writeText(longer, "text")
        }) {
      String message = assertThrows(ButcherblockException.class, call).getMessage();
      assertTrue(message.startsWith("Cannot write " + longer), message);
    }
    assertOnly(file);
  }

  /** A check is not the work, which may fail or never be done. */
  @Test
  void aCheckLeavesNothing() throws IOException {
    Path deep = folder.resolve("a/b/file");
    WholeFile.checkPlace(deep);
    WholeFile.checkFolder(deep);
    WholeFile.checkName(deep);
    Path tooLong = folder.resolve("a/" + "n".repeat(300) + "/file");
    // No name is too long, and the path is: Linux takes 4096 bytes of one, and others fewer.
    Path tooDeep = folder.resolve(("n".repeat(200) + "/").repeat(25) + "file");
    Path stepUp = folder.resolve("a/../file");
    Path file = Files.writeString(folder.resolve("in-the-way"), "text");
    for (Path wrong : new Path[] {tooLong, tooDeep, stepUp, file.resolve("a/file")}) {
      for (Executable call :
          new Executable[] {
            () -> WholeFile.checkPlace(wrong), () -> WholeFile.checkFolder(wrong)
          }) {
        String message = assertThrows(ButcherblockException.class, call).getMessage();
        assertTrue(message.startsWith("Cannot write " + wrong), message);
      }
    }
    assertOnly(file);
    WholeFile.writeText(deep, "text");
    assertEquals("text", Files.readString(deep));
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path missing = folder.resolve("a");
    String message =
        assertThrows(
                ButcherblockException.class, () -> WholeFile.checkPlace(missing.resolve("../file")))
            .getMessage();
    assertTrue(message.endsWith(": there is no folder " + missing + "."), message);
    // Of a path without a root, as of one whose drive is not there, nothing is left to try.
    Path drive = Path.of("no-drive");
    IOException e =
        assertThrows(IOException.class, () -> FilePlace.nearest(drive.resolve("a/file")));
    assertTrue(e.getMessage().contains("there is no folder " + drive), e.getMessage());
  }

  @Test
  void aLinkStaysAndTheFileItLeadsToIsWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "first");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
    WholeFile.writeText(link, "second");
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("second", Files.readString(file));
    Path toNew = Files.createSymbolicLink(folder.resolve("to-new"), Path.of("sub/new"));
    WholeFile.checkPlace(toNew);
    WholeFile.writeText(toNew, "third");
    assertTrue(Files.isSymbolicLink(toNew));
    assertEquals("third", Files.readString(folder.resolve("sub/new")));
    Files.createSymbolicLink(folder.resolve("round"), Path.of("round"));
    assertThrows(
        ButcherblockException.class, () -> WholeFile.writeText(folder.resolve("round"), "x"));
  }

  /** A folder is not made where nobody has said that there should be one. */
  @Test
  void aLinkThatLeadsNowhereOrInACircleIsToldAsOne() throws IOException {
    Path nowhere = Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("missing"));
    Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));

    assertEquals(
        "Cannot write %s: %s is a symbolic link that leads nowhere; make the folder that it leads to."
            .formatted(nowhere, nowhere),
        assertThrows(ButcherblockException.class, () -> WholeFile.checkFolder(nowhere))
            .getMessage());
    assertEquals(
        "Cannot write %s: its symbolic links lead in a circle.".formatted(circle),
        assertThrows(ButcherblockException.class, () -> WholeFile.writeText(circle, "text"))
            .getMessage());
    assertTrue(Files.isSymbolicLink(nowhere));
  }

  @Test
  void whatIsNoFileIsWrittenToAndStays() throws IOException {
    Path nothing = Path.of("/dev/null");
    assumeTrue(Files.exists(nothing));
    Path link = Files.createSymbolicLink(folder.resolve("link"), nothing);
    WholeFile.writeText(link, "text");
    WholeFile.writeText(nothing, "text");
    assertTrue(Files.isSymbolicLink(link));
    assertFalse(Files.isRegularFile(nothing));
    // JUnit warns of links that lead out of its folder.
    Files.delete(link);
  }

  @Test
  void partsOfKilledProcessesGoWithTheNextFileAndNothingElseDoes() throws Exception {
    PartName left = new PartName(PartName.OF_THIS_PROCESS.host(), "abc");
    Path part = Files.writeString(folder.resolve(left.numbered(0)), "half");
    Path elsewhere = Files.writeString(folder.resolve(new PartName("0", "abc").numbered(0)), "x");
    Path other = Files.writeString(folder.resolve(".file.abc.part"), "of someone else");
    Path held = folder.resolve(left.numbered(1));
    Process writer = PartHolder.start(held);
    try {
      assertEquals('l', writer.getInputStream().read());
      WholeFile.writeText(folder.resolve("file"), "text");
      assertFalse(Files.exists(part));
      assertTrue(Files.exists(held), "it is being written");
      assertTrue(Files.exists(elsewhere), "of another machine, and young");
      assertTrue(Files.exists(other));
    } finally {
      writer.destroyForcibly().waitFor();
    }
  }

  private static void assertOnly(Path file) throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(1, files.count());
    }
  }
}
