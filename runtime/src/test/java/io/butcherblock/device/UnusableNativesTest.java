package io.butcherblock.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Messages as the loaders of glibc and musl write them, and what JavaCPP makes of the first. */
class UnusableNativesTest {

  private static final String FILE = "/home/me/.javacpp/cache/libjnitorch.so: ";

  @Test
  void aFolderThatRunsNoProgramsIsNamedWithWhatToSet() {
    for (String why :
        new String[] {"failed to map segment from shared object", "Permission denied"}) {
      String said = said(FILE + FILE + why);
      assertTrue(
          said.matches(
              "LibTorch's libraries are unpacked to \\S+, from where this system loads no program"
                  + " \\(it may be mounted with noexec\\); name another folder by the system"
                  + " property org\\.bytedeco\\.javacpp\\.cachedir\\."),
          said);
    }
  }

  /** With 6 GB and Java's default heap; glibc says the same of a folder without execution. */
  @Test
  void aLimitedAddressSpaceIsTold() {
    UnsatisfiedLinkError thrown = new UnsatisfiedLinkError(FILE + "failed to map segment");
    OptionalLong limit =
        AddressSpace.limit(
            "Limit                     Soft Limit           Hard Limit           Units     \n"
                + "Max address space         6144000000           unlimited            bytes    "
                + " \n");
    String said = UnusableNatives.notLoaded(thrown, limit).getMessage();
    assertTrue(said.contains("may map 5.7 GiB of memory (ulimit -v)"), said);
    assertFalse(said.contains("noexec"), said);
    assertEquals(
        OptionalLong.empty(),
        AddressSpace.limit(
            "Max address space         unlimited            unlimited            b"));
  }

  @Test
  void anOldSystemIsToldWhatItLacks() {
    String said = said("/lib/libc.so.6: version `GLIBC_2.28' not found (required by " + FILE + ")");
    assertTrue(said.contains("want a newer system: GLIBC_2.28 is not there"), said);
  }

  @Test
  void aLibraryThatIsMissingIsNamed() {
    for (String why :
        new String[] {
          FILE + "libgomp.so.1: cannot open shared object file: No such file or directory",
          "Error loading shared library libgomp.so.1: No such file or directory (needed by x)"
        }) {
      String said = said(why);
      assertTrue(said.contains("want libgomp.so.1, which this system does not have"), said);
    }
  }

  @Test
  void whatIsNotKnownIsTheSystemsOwnWords() {
    String said = said(FILE + "wrong ELF class: ELFCLASS32");
    assertTrue(said.startsWith("LibTorch's libraries cannot be loaded (wrong ELF class:"), said);
  }

  @Test
  void noPlaceToUnpackToIsToldWithHowMuchIsWanted() {
    String said =
        UnusableNatives.notUnpacked(new IOException("No space left on device")).getMessage();
    assertTrue(said.contains("of half a gigabyte, cannot be unpacked (No space left"), said);
  }

  private static String said(String why) {
    UnsatisfiedLinkError thrown =
        new UnsatisfiedLinkError("no jniopenblas_nolapack in java.library.path: /usr/lib");
    thrown.initCause(new UnsatisfiedLinkError(why));
    return UnusableNatives.notLoaded(thrown).getMessage();
  }
}
