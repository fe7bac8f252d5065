package io.butcherblock.commands;

import io.butcherblock.console.QuietWriter;
import io.butcherblock.console.StandardStream;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.FileFailure;
import io.butcherblock.files.TemporaryFiles;
import io.butcherblock.image.PixelLimit;
import io.butcherblock.options.OptionNames;
import io.butcherblock.options.OutputPlace;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/**
 * Images on standard input and standard output, which are named {@code -}. While a command works
 * they are files in a folder of their own, which only this user can read: images are read and
 * written in several passes.
 */
final class PipedImages implements AutoCloseable {

  /** As much as 16 bits of red, green, blue and alpha need without compression. */
  private static final int BYTES_OF_PIXEL = 8;

  /** What a small image may have besides: a color profile, a preview. */
  private static final long BYTES_BESIDES = 64L << 20;

  private static final String OUTPUT = "standard output";

  private final boolean fromInput;
  private final boolean toOutput;
  private final Path folder;
  private final Path input;
  private final Path output;

  private PipedImages(boolean fromInput, boolean toOutput, Path folder, String ending) {
    this.fromInput = fromInput;
    this.toOutput = toOutput;
    this.folder = folder;
    input = folder.resolve("standard input");
    output = folder.resolve(OUTPUT + ending);
  }

  /** What a command does with images and the place for what it makes of them. */
  @FunctionalInterface
  interface Work {
    void accept(List<Path> in, OutputPlace out);
  }

  /**
   * Does the work with files; where a stream is named, with the file that stands for it, and where
   * that is the output, with results on standard error.
   *
   * @param format of an image on standard output, the ending of its file
   * @return the exit code
   * @throws ButcherblockException if the work fails, or a stream
   */
  static int run(
      CommandLine line, List<Path> in, OutputPlace out, Optional<String> format, Work work) {
    boolean fromInput = in.contains(StandardStream.NAME);
    boolean toOutput = out.path().equals(StandardStream.NAME);
    if (!fromInput && !toOutput) {
      work.accept(in, out);
      return ExitCode.OK;
    }
    if (Collections.frequency(in, StandardStream.NAME) > 1) {
      throw new ParameterException(line, "Standard input (-) can be read once only");
    }
    if (toOutput && (in.size() > 1 || Files.isDirectory(in.get(0)))) {
      throw new ParameterException(line, "Standard output (-) takes one image");
    }
    String ending = "." + format.orElse("png");
    try (PipedImages piped = new PipedImages(fromInput, toOutput, privateFolder(), ending)) {
      return piped.work(line, in, out, work);
    }
  }

  private int work(CommandLine line, List<Path> in, OutputPlace out, Work work) {
    PrintWriter err =
        QuietWriter.through(
            to -> new PrintWriter(new Renaming(to, folder), /* autoFlush= */ true), line.getErr());
    PrintWriter results = toOutput ? err : line.getOut();
    line.setErr(err);
    line.setOut(new PrintWriter(new Renaming(results, folder), /* autoFlush= */ true));
    if (fromInput) {
      receive();
    }
    List<Path> files =
        in.stream().map(path -> path.equals(StandardStream.NAME) ? input : path).toList();
    try {
      work.accept(files, toOutput ? new OutputPlace(output, false) : out);
    } catch (ButcherblockException e) {
      throw new ButcherblockException(Renaming.of(OptionNames.message(e), folder), e);
    }
    return toOutput ? send() : ExitCode.OK;
  }

  private static Path privateFolder() {
    Path folder = TemporaryFiles.folder("butcherblock", "an image");
    folder.toFile().deleteOnExit();
    return folder;
  }

  private void receive() {
    long most = BYTES_OF_PIXEL * PixelLimit.get() + BYTES_BESIDES;
    input.toFile().deleteOnExit();
    try (InputStream stream = new FileInputStream(FileDescriptor.in);
        OutputStream file = Files.newOutputStream(input)) {
      byte[] part = new byte[1 << 16];
      long all = 0;
      for (int read = stream.read(part); read >= 0; read = stream.read(part)) {
        all += read;
        if (all > most) {
          throw ButcherblockException.of(
              "Standard input has more bytes (%s and more) than an image of %s million pixels.",
              most, PixelLimit.get() / 1_000_000);
        }
        file.write(part, 0, read);
      }
    } catch (IOException e) {
      throw FileFailure.cannot("read", "standard input", e);
    }
  }

  private int send() {
    output.toFile().deleteOnExit();
    try (OutputStream stream = StandardStream.output()) {
      Files.copy(output, stream);
      return ExitCode.OK;
    } catch (IOException e) {
      if (StandardStream.isClosedPipe(e)) {
        return StandardStream.CLOSED_PIPE;
      }
      throw FileFailure.cannot("write", "standard output", e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(input);
      Files.deleteIfExists(output);
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // They are tried again when the process ends.
    }
  }

  /** Passes text on in which the files that stand for streams have the names of the streams. */
  private static final class Renaming extends FilterWriter {

    private final Path folder;

    Renaming(Writer out, Path folder) {
      super(out);
      this.folder = folder;
    }

    static String of(String text, Path folder) {
      String path = folder + folder.getFileSystem().getSeparator();
      return text.replaceAll(Pattern.quote(path + OUTPUT) + "\\.[a-z]+", OUTPUT).replace(path, "");
    }

    @Override
    public void write(int c) throws IOException {
      out.write(c);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      out.write(of(new String(text, from, length), folder));
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
      out.write(of(text.substring(from, from + length), folder));
    }
  }
}
