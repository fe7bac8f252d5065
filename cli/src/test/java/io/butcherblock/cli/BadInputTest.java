package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.image.ImageFiles;
import io.butcherblock.synthetic.SyntheticImages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bad input gets one sentence that says what is wrong, a non-zero exit, and leaves nothing behind.
 */
class BadInputTest {

  private static final Pattern SPACES = Pattern.compile(" +");

  @TempDir private static Path data;
  @TempDir private Path out;

  @BeforeAll
  static void makeData() throws IOException {
    SyntheticFolder.write(data.resolve("good"), 12, 48, 48);
    Files.createDirectories(data.resolve("empty"));
    byte[] whole = Files.readAllBytes(data.resolve("good/image1.png"));
    Files.createDirectories(data.resolve("torn"));
    Files.write(data.resolve("torn/torn.png"), Arrays.copyOf(whole, whole.length / 2));
    Files.createDirectories(data.resolve("text"));
    Files.writeString(data.resolve("text/text.png"), "no image");
    ImageFiles.write(SyntheticImages.generate(1, 48, 48), data.resolve("pairs/HR/a.png"));
    ImageFiles.write(
        SyntheticImages.generate(1, 20, 24), data.resolve("pairs/LR_bicubic/X2/ax2.png"));
    CommandLineRun trained =
        CommandLineRun.of(
            words(
                "train oisr-lf-s --scale 2 --blocks 1 --channels 4 --patch 8 --batch 1 --steps 1"
                    + " --data {data}/good --out {data}/run",
                null));
    assertEquals(0, trained.code(), trained.err());
    Files.writeString(data.resolve("short.safetensors"), "abc");
    // Made by someone else: no tensors, and no more than the network's name.
    byte[] header =
        "{\"__metadata__\":{\"network\":\"oisr-lf-s\",\"scale\":\"2\"}}"
            .getBytes(StandardCharsets.US_ASCII);
    ByteBuffer sparse =
        ByteBuffer.allocate(Long.BYTES + header.length).order(ByteOrder.LITTLE_ENDIAN);
    sparse.putLong(header.length).put(header);
    Files.write(data.resolve("sparse.safetensors"), sparse.array());
    ImageFiles.write(SyntheticImages.generate(1, 12, 12), data.resolve("tiny/tiny.png"));
    String hostile = "\u0080\2cos\nsystem\nU\2ls\u0085R.";
    Files.write(data.resolve("hostile.pt"), hostile.getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "train oisr-lfs --scale 2 --data {data}/good --out {out}/run | did you mean oisr-lf?",
        "train oisr-lf-s --scale 2 --blocks 6 --levels 3 --data {data}/good --out {out}/run | give"
            + " at most --levels 2",
        "train oisr-lf-s --scale 2 --coefficients frozen --levels 2 --data {data}/good --out"
            + " {out}/run | train it at --levels 1",
        "train oisr-lf-s --scheme huen --scale 2 --data {data}/good --out {out}/run | did you mean"
            + " heun",
        "train oisr-lf-s --vector-field gv9 --scale 2 --data {data}/good --out {out}/run | did you"
            + " mean gv",
        "inspect kuta3 | did you mean kutta3",
        "inspect kutta3 --picture {out}/x.jpg | x.jpg' does not end in .png",
        "inspect kutta3 --diagram {out}/x.txt | x.txt' does not end in .mmd or .dot",
        "inspect kutta3 --picture {data}/short.safetensors/x.png | is a file, not a folder",
        "inspect kutta3 --diagram {data}/short.safetensors/x.dot | is a file, not a folder",
        "inspect kutta3 --picture {out}/x.png --diagram {data}/short.safetensors/x.dot | not a"
            + " folder",
        "inspect kutta3 --diagram {out}/x.dot --coefficients frosen | 'frosen'",
        "trian oisr-lf-s | did you mean",
        "train oisr-lf-s --scale 5 --data {data}/good --out {out}/run | 2, 3 and 4",
        "train oisr-lf-s --scale 2,3 --data {data}/good --out {out}/run | is several numbers",
        "train oisr-lf-s --scale 2 --data {data}/good,{data}/torn --out {out}/run | with spaces:"
            + " /",
        "upscale {data}/torn/torn.png,{data}/torn/torn.png --out {out}/x | with spaces: /",
        "eval oisr-lf-s --weights {data}/run --data {data}/good | run is a folder; name a file of"
            + " weights in it: ",
        "eval oisr-lf-s --weights {data}/good --data {data}/good | good is a folder, and holds no",
        "train oisr-lf-s --scale 0 --data {data}/good --out {out}/run | '0'",
        "train oisr-lf-s --data {data}/good --out {out}/run | --scale",
        "train oisr-lf-s --scale 2 --blocks 0 --data {data}/good --out {out}/run | '0'",
        "train oisr-lf-s --scale 2 --channels -3 --data {data}/good --out {out}/run | '-3'",
        "train oisr-lf-s --scale 2 --steps -1 --data {data}/good --out {out}/run | '-1'",
        "train oisr-lf-s --scale 2 --minutes 0 --data {data}/good --out {out}/run | '0'",
        "train oisr-lf-s --scale 2 --learning-rate nan --data {data}/good --out {out}/run | 'nan'",
        "train oisr-lf-s --scale 2 --data {data}/empty --out {out}/run | no images in",
        "train oisr-lf-s --scale 2 --data {data}/nowhere --out {out}/run | nowhere",
        "train oisr-lf-s --scale 2 --patch 8 --data {data}/torn --out {out}/run | torn.png",
        "train oisr-lf-s --scale 2 --data {data}/good --out {out}/run | largest patch",
        "train oisr-lf-s --scale 2 --patch 8 --data {data}/good --out {data}/run | --resume",
        "train oisr-lf-s --scale 2 --patch 8 --blocks 1 --channels 4 --data {data}/good --out"
            + " {data}/run | continue it by --resume, or give another --out.",
        "train oisr-lf-s --scale 2 --patch 8 --data {data}/good --out {data}/short.safetensors |"
            + " short.safetensors",
        "train oisr-lf-s --preset papre --scale 2 --data {data}/good --out {out}/run | 'papre'",
        "train oisr-lf-s --scale 3 --patch 8 --blocks 1 --channels 5 --data {data}/good --out"
            + " {out}/run --start-from {data}/run/weights.safetensors | head.0.weight ([4, 3, 3,"
            + " 3]",
        "train oisr-lf-s --scale 2 --patch 8 --blocks 2 --channels 4 --data {data}/good --out"
            + " {out}/run --start-from {data}/run/weights.safetensors | missing body.1.relu1",
        "train oisr-lf-s --scale 2 --patch 8 --data {data}/good --out {out}/run --start-from"
            + " clean-x2 | write them to one by butcherblock export clean-x2 --format safetensors",
        "train oisr-lf-s --scale 3 --patch 8 --blocks 1 --channels 4 --vector-field gv1 --data"
            + " {data}/good --out {out}/run --start-from {data}/run/weights.safetensors | give"
            + " --vector-field gv2, or other weights",
        "train oisr-rk3 --scale 2 --patch 8 --blocks 1 --channels 4 --data {data}/good --out"
            + " {out}/run --start-from {data}/run/weights.safetensors | holds weights of the"
            + " network oisr-lf-s, not of oisr-rk3: they were trained with the scheme leapfrog,"
            + " not",
        "train oisr-lf-s --scale 3 --patch 8 --data {data}/good --out {out}/run --start-from"
            + " {data}/short.safetensors | short.safetensors",
        "train oisr-lf-s --scale 3 --patch 8 --data {data}/good --out {out}/run --start-from"
            + " {data}/none.safetensors | none.safetensors",
        "eval oisr-lf-s --data {data}/pairs --weights {data}/run/weights.safetensors | 20 x 24",
        "eval oisr-lf-s --data {data}/text --weights {data}/run/weights.safetensors | text.png",
        "eval oisr-rk3 --scale 2 --blocks 1 --channels 4 --data {data}/good --weights"
            + " {data}/run/weights.safetensors | of oisr-lf-s, not of oisr-rk3",
        "eval oisr-lf-s --channels 8 --data {data}/good --weights {data}/run/weights.safetensors |"
            + " head.0.weight",
        "eval oisr-lf-s --data {data}/good --weights {data}/short.safetensors | short.safetensors",
        "eval oisr-lf-s --data {data}/good --weights {data}/none.safetensors | none.safetensors",
        "eval oisr-lf-s --data {data}/good --shave -1 --weights {data}/run/weights.safetensors |"
            + " '-1'",
        "eval oisr-lf-s --data {data}/good --shave 20 --weights {data}/run/weights.safetensors |"
            + " 20",
        "upscale oisr-lf-s --weights {data}/run/weights.safetensors {data}/torn/torn.png --out"
            + " {out}/x.png | torn.png",
        "upscale oisr-lf-s --weights {data}/run/weights.safetensors {data}/good/image1.png --out"
            + " {out}/x.gif | x.gif",
        "upscale oisr-lf-s --weights {data}/run/weights.safetensors {data}/good/image1.png --out"
            + " {out}/x.heic | x.heic",
        "train oisr-lf-s --scale 2 --data {data}/good --minuts 3 --out {out}/run | mean --minutes?",
        "curves {data}/good --out {out}/c.png | no run in",
        "curves {data}/run --out {out}/c.jpg | c.jpg' does not end in .png",
        "curves {data}/run {data}/run --out {out}/c.png | is given twice; leave one" + " out.",
        "schemes --json {out} | a folder",
        "ablate --schemes euler,huen --out {out}/a | did you mean heun?",
        "ablate --schemes euler,heun --vector-fields gv2,gv9 --out {out}/a | did you mean gv",
        "ablate --schemes euler --out {out}/a | One network cannot be compared",
        "ablate --vector-fields gv2 --out {out}/a | --schemes",
        "ablate --out {out}/a | --table",
        "ablate --table paper9 --out {out}/a | paper9",
        "ablate --table paper1 --schemes euler --out {out}/a | --table",
        "ablate --table paper1 --steps 3 --minutes 3 --out {out}/a | --minutes",
        "ablate --table paper1 --scale 5 --out {out}/a | 2, 3 and 4",
        "ablate --table paper1 --scale 2,5 --out {out}/a | 2, 3 and 4",
        "ablate --table paper1 --device cpu --precision tf32 --out {out}/a | tf32",
        "ablate --table paper1 --precision fp23 --out {out}/a | 'fp23'",
        "quickstart --device cpu --precision tf32 --out {out}/q | tf32",
        "paper-table --device cpu --precision tf32 --weights oisr-lf-s={data}/sparse.safetensors"
            + " --data {data}/good | tf32",
        "paper-table --json {out} | a folder",
        "ablate --table paper1 --data {data}/good --out {out}/a | no images to test on; give"
            + " --test, a folder for each set.",
        "ablate --table paper1 --data {data}/empty --test {data}/good --out {out}/a | no images in",
        "ablate --table paper1 --data {data}/good --test {data}/empty --out {out}/a | no images in",
        "ablate --table paper1 --data {data}/good --test {data}/good --test {data}/good --out"
            + " {out}/a | is given twice; leave one out.",
        "ablate --table paper1 --data {data}/good --test {data}/pairs --out {out}/a | 20 x 24",
        "ablate --table paper1 --data {data}/good --test {data}/tiny --out {out}/a | The image tiny"
            + " of tiny cannot be tested on",
        "ablate --table paper1 --patch 40 --data {data}/good --test {data}/good --out {out}/a |"
            + " largest patch",
        "ablate --schemes euler,gragg10 --blocks 2 --costly refuse --out {out}/a | A single block"
            + " of gragg10 gv2",
        "train oisr-lf-s --scale 2 --beta2 1 --data {data}/good --out {out}/run | '1'",
        "train oisr-lf-s --scale 2 --patch 9 --blocks 1 --channels 4 --data {data}/good --out"
            + " {data}/run --resume | --patch 8",
        "train oisr-lf-s --scale 2 --patch 4 --data {data}/good --val {data}/tiny --out {out}/run |"
            + " tiny",
        "eval oisr-lf-s --data {data}/good --data {data}/nowhere --json {out}/f.json --weights"
            + " {data}/run/weights.safetensors | nowhere",
        "eval oisr-lf-s --data {data}/good --weights {data}/sparse.safetensors | head.0.weight",
        "upscale oisr-lf-s --weights {data}/run/weights.safetensors {data}/good/image1.png --out"
            + " /proc/x.png | /proc/x.png",
        "upscale oisr-lf-s --weights {data}/run/weights.safetensors {data}/empty --out {out}/x |"
            + " empty",
        "upscale oisr-lf-s --tile 0 --weights {data}/run/weights.safetensors {data}/good/image1.png"
            + " --out {out}/x.png | '0'",
        "upscale oisr-lf-s --weights {data}/run/weights.safetensors {data}/good/image1.png --out"
            + " {data}/good/image1.png | written over",
        "eval oisr-lf-s --scale 2 --data {data}/good --weights {data}/hostile.pt | os.system",
        "launch --processes 2 score {data}/good {data}/good | train, upscale, eval, not 'score'",
        "launch --processes 0 eval oisr-lf-s | '0'",
        "eval oisr-lf-s --data {data}/good --weights {data}/run/weights.safetensors --journal"
            + " {data}/run/weights.safetensors | ends in .safetensors",
        "eval oisr-lf-s --data {data}/good --weights {data}/run/weights.safetensors --journal"
            + " {data}/run/log.jsonl | no journal",
        "eval oisr-lf-s --data {data}/good --weights {data}/run/weights.safetensors --journal"
            + " {data}/good/image1.png/x | not a folder",
        "import oisr-lf-s {data}/hostile.pt --scale 2 --out {out}/x.safetensors | os.system",
        "import oisr-lf-s {data}/hostile.pt --out {out}/x.safetensors | --scale",
        "import oisr-lf-s {data}/none.pt --scale 2 --out {out}/x.safetensors | none.pt",
        "import oisr-lf-s {data}/text/text.png --scale 2 --out {out}/x.safetensors | torch.save",
        "import oisr-rk3 {data}/run/weights.safetensors --scale 2 --blocks 1 --channels 4 --out"
            + " {out}/x.safetensors | of oisr-lf-s, not of oisr-rk3",
        "import oisr-lf-s {data}/run/weights.safetensors --out {data}/short.safetensors/x |"
            + " not a folder",
        "export --weights {data}/hostile.pt --format torch --out {out}/x.pt | os.system",
        "export --weights {data}/sparse.safetensors --format torch --out {out}/x.pt |"
            + " head.0.weight",
        "export --weights {data}/run/weights.safetensors --format onxx --out {out}/x.pt | 'onxx'",
        "export --weights {data}/run/weights.safetensors --format onnx --out {out} | a folder",
        "export --weights {data}/run/weights.safetensors --format onnx --out"
            + " {data}/good/image1.png/x | not a folder",
        "export --weights {data}/run/weights.safetensors --format torchscript --out /proc/x.pt |"
            + " /proc/x.pt",
        "export --weights {data}/run/weights.safetensors --format torch --scale 2 --out {out}/x.pt"
            + " | --format onnx",
        "export oisr-lfs --weights {data}/run/weights.safetensors --format onnx --out {out}/x.onnx"
            + " | did you mean oisr-lf",
        "export oisr-rk3 --weights {data}/run/weights.safetensors --format onnx --scale 2 --out"
            + " {out}/x.onnx | of oisr-lf-s, not of oisr-rk3; name oisr-lf-s",
        "export --weights {data}/run/weights.safetensors --format torchscript --scale 3 --out"
            + " {out}/x.pt | tail.0.0.weight",
        "export --weights {data}/sparse.safetensors --format onnx --out {out}/x.onnx |"
            + " head.0.weight",
        "export --weights {data}/hostile.pt --format onnx --out {out}/x.onnx | does not say",
        "export --weights {data}/run/weights.safetensors --format torch --out {out} | a folder",
        "paper-table --weights oisr-lf-s={data}/run/weights.safetensors --data {data}/good | blocks"
            + " 1, not 8",
        "paper-table --weights edsr-baseline={data}/run/weights.safetensors --data {data}/good |"
            + " edsr",
        "paper-table --weights oisr-lf={data}/run/weights.safetensors --data {data}/good | network"
            + " oisr-lf-s, not oisr-lf",
        "paper-table --weights oisr-lf-s={data}/sparse.safetensors --data {data}/good |"
            + " head.0.weight",
        "paper-table --weights oisr-lf-s:3={data}/sparse.safetensors --data {data}/good | scale 2,"
            + " not 3",
        "paper-table --weights oisr-lf-s={data}/sparse.safetensors --data {data}/nowhere |"
            + " nowhere",
        "paper-table --weights oisr-lf-s --data {data}/good | NETWORK=FILE",
        "paper-table --data {data}/good | --weights and --data",
        "eval oisr-rk2-s --weights {data}/run/weights.safetensors --data {data}/good | The weights"
            + " say that they are of oisr-lf-s, not of oisr-rk2-s",
        "upscale oisr-rk2-s --weights {data}/run/weights.safetensors {data}/good -o {out}/x | of"
            + " oisr-lf-s, not of oisr-rk2-s",
        "import oisr-rk2-s {data}/run/weights.safetensors -o {out}/x.safetensors | of oisr-lf-s,"
            + " not of oisr-rk2-s",
        "inspect oisr-rk2-s --weights {data}/run/weights.safetensors | of oisr-lf-s, not of"
            + " oisr-rk2-s",
        "eval --data {data}/good | give --weights FILE, or NETWORK",
        "eval --weights {data}/hostile.pt --data {data}/good | does not say of which network it is;"
            + " name it: butcherblock eval NETWORK --scale S",
        "networks --json {out}/x/ | --json takes a file, and",
        "export --weights {data}/run/weights.safetensors --format onnx -o {out}/x.onnx/ | --out"
            + " takes a file, and",
        "eval oisr-lf-s --weights {data}/run/weights.safetensors --data {data}/good --report"
            + " {out}/x.html/ | --report takes a file, and",
        "upscale oisr-lf-s --scale 3 --weights {data}/run/weights.safetensors"
            + " {data}/good/image1.png --out {out}/x.png | tail.0.0.weight"
      })
  void isToldInOneSentence(String command, String expected) throws IOException {
    CommandLineRun run = CommandLineRun.of(words(command, out));
    assertTrue(run.code() == 1 || run.code() == 2, () -> "exit " + run.code());
    assertTrue(run.err().contains(expected), run.err());
    String told =
        run.err().lines().filter(l -> l.startsWith("butcherblock: ")).findFirst().orElse("");
    assertEquals(told, run.err().lines().reduce("", (first, last) -> last), run.err());
    assertFalse(told.contains("Exception"), told);
    assertFalse(told.contains("should not"), told);
    try (var files = Files.walk(out)) {
      Pattern result = Pattern.compile(".*\\.(part|png|safetensors|pt|onnx)");
      assertEquals(List.of(), files.filter(f -> result.matcher(f.toString()).matches()).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quickstart",
        "schemes",
        "networks",
        "inspect",
        "train",
        "launch",
        "ablate",
        "curves",
        "eval",
        "score",
        "paper-table",
        "upscale",
        "import",
        "export",
        "resize"
      })
  void helpIsThereForEveryCommand(String name) {
    CommandLineRun run = CommandLineRun.of(name, "--help");
    assertEquals(0, run.code(), name);
    assertTrue(run.out().contains("Usage: butcherblock " + name), run.out());
  }

  private static String[] words(String command, Path out) {
    return Arrays.stream(SPACES.split(command.trim()))
        .map(word -> word.replace("{data}", data.toString()).replace("{out}", String.valueOf(out)))
        .toArray(String[]::new);
  }
}
