package io.butcherblock.fuzz;

import io.butcherblock.ablation.FuzzedAblation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Plan, results and failures of an ablation: the same content in the place of each. */
final class AblationTarget implements FuzzTarget {

  private static final List<String> NAMES = List.of("plan.json", "result.json", "diverged.json");

  private final Path folder = Files.createTempDirectory("fuzz");

  AblationTarget() throws IOException {
    folder.toFile().deleteOnExit();
    NAMES.forEach(name -> folder.resolve(name).toFile().deleteOnExit());
  }

  @Override
  public void run(byte[] input) throws IOException {
    for (String name : NAMES) {
      Files.write(folder.resolve(name), input);
    }
    FuzzedAblation.read(folder, Refusal::check);
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        Texts.of("{\"options\":{\"images\":\"2\",\"seed\":\"1\"},\"steps\":100}"),
        Texts.of(
            "{\"seed\":1,\"seconds\":2.5,\"loss\":3.5,\"tests\":[{\"psnr\":30.5,\"ssim\":0.9}]}"),
        Texts.of("{\"seed\":1,\"step\":37}"));
  }
}
