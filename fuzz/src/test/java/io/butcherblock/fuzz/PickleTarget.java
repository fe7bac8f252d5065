package io.butcherblock.fuzz;

import io.butcherblock.error.PlainText;
import io.butcherblock.pickle.BadPickle;
import io.butcherblock.tensorfiles.FuzzedPickles;
import io.butcherblock.tensorfiles.TensorFile;
import io.butcherblock.weights.FuzzedWeights;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;

/** The pickle of a state dict, alone and in a sound file of torch.save. */
final class PickleTarget implements FuzzTarget {

  private final InputFile file = new InputFile("weights.pt");

  PickleTarget() throws IOException {}

  @Override
  public void run(byte[] input) throws IOException {
    try {
      FuzzedPickles.read(input);
    } catch (BadPickle e) {
      // Becomes part of a sentence, in which what is no plain text is written out.
      Refusal.checkText(PlainText.of(e.getMessage()), 500, "");
    } catch (EOFException e) {
      // Told by who reads the file.
    }
    file.giveTo(
        weights -> {
          try (TensorFile tensors = FuzzedWeights.read(weights)) {
            tensors.names().forEach(tensors::shape);
          }
        },
        FuzzedPickles.zipAround(input));
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(FuzzedPickles.pickle());
  }
}
