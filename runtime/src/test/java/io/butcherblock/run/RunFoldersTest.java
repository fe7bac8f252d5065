package io.butcherblock.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFoldersTest {

  @TempDir private Path folder;

  @Test
  void theRunsOfAnAblationAreFoundAtTheirDepth() throws IOException {
    Path frozen = run("a/x2/runs/heun/gv2/frozen/seed1");
    Path trained = run("a/x2/runs/heun/gv2/seed1");
    // What a run holds is of that run.
    run("a/x2/runs/heun/gv2/seed1/state-3");
    run("a/x2/runs/heun/gv2/much/too/deep");
    assertEquals(List.of(frozen, trained), RunFolders.below(folder.resolve("a")));
    assertEquals(List.of(trained), RunFolders.below(trained));
    assertEquals(List.of(), RunFolders.below(folder.resolve("missing")));
  }

  private Path run(String name) throws IOException {
    Path run = Files.createDirectories(folder.resolve(name));
    Files.writeString(run.resolve("run.json"), "{}");
    return run;
  }
}
