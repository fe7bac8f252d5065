package io.butcherblock.onednn;

import java.util.function.Consumer;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * What {@link WinogradConvolution} computes, and its gradients, with weights that change from step
 * to step. The gradients are as well taken on tiles of 4x4 pixels: that by the input is a
 * convolution with turned weights, that by the weights a product of transformed tiles (Lavin and
 * Gray, "Fast algorithms for convolutional neural networks", CVPR 2016). Locks the library.
 *
 * @param weight float32 [out, in, 3, 3] in main memory; stays the caller's
 * @param bias float32 [out]; stays the caller's
 */
public record TrainedConvolution(OneDnn library, Tensor weight, Tensor bias) {

  /**
   * Gradients by weights and bias; owns them.
   *
   * @param weight of the shape and the layout of the weights
   * @param bias [out]
   */
  public record ByWeights(Tensor weight, Tensor bias) implements AutoCloseable {

    @Override
    public void close() {
      weight.close();
      bias.close();
    }
  }

  /**
   * Convolves.
   *
   * @param x feature maps in the {@link BlockedLayout}; stays the caller's
   * @return a new tensor in this layout, of the same height and width, which the caller closes
   * @throws OneDnn.Failure if oneDNN cannot, such as for lack of memory
   */
  public Tensor forward(Tensor x) {
    return transform(
        ConvolutionKernels.Pass.FORWARD,
        x,
        weight.size(0),
        dnnl.DNNL_ARG_SRC,
        dnnl.DNNL_ARG_DST,
        map -> map.put(dnnl.DNNL_ARG_BIAS, TensorMemory.ofVector(library, bias)));
  }

  /**
   * The gradient by the input.
   *
   * @param ofOutput the gradient by the result, in the {@link BlockedLayout}; stays the caller's
   * @return a new tensor in this layout, which the caller closes
   * @throws OneDnn.Failure if oneDNN cannot
   */
  public Tensor byInput(Tensor ofOutput) {
    return transform(
        ConvolutionKernels.Pass.BY_INPUT,
        ofOutput,
        weight.size(1),
        dnnl.DNNL_ARG_DIFF_DST,
        dnnl.DNNL_ARG_DIFF_SRC,
        map -> {});
  }

  /** Feature maps to feature maps of so many channels, by the weights. */
  private Tensor transform(
      ConvolutionKernels.Pass pass,
      Tensor from,
      long channels,
      int argument,
      int result,
      Consumer<IntMemoryMap> further) {
    synchronized (library) {
      CompiledKernel kernel = kernel(pass, from);
      try (PointerScope scope = new PointerScope()) {
        memory ordered = kernel.newWeights(library);
        // oneDNN brings only this layout into the one of transformed weights.
        TensorMemory.copy(
            library,
            TensorMemory.ofWeights(library, weight.contiguous(torch.MemoryFormat.Contiguous)),
            ordered);
        Tensor made =
            BlockedLayout.empty(library, from.size(0), channels, from.size(2), from.size(3));
        kernel.run(
            library,
            map -> {
              map.put(argument, TensorMemory.ofMaps(library, from));
              map.put(dnnl.DNNL_ARG_WEIGHTS, ordered);
              further.accept(map);
              map.put(result, TensorMemory.ofMaps(library, made));
            });
        return made.retainReference();
      }
    }
  }

  /**
   * The gradients by weights and bias.
   *
   * @param x what was convolved; stays the caller's
   * @param ofOutput the gradient by the result, in the {@link BlockedLayout}; stays the caller's
   * @throws OneDnn.Failure if oneDNN cannot
   */
  public ByWeights byWeights(Tensor x, Tensor ofOutput) {
    synchronized (library) {
      CompiledKernel kernel = kernel(ConvolutionKernels.Pass.BY_WEIGHTS, x);
      try (PointerScope scope = new PointerScope()) {
        memory ordered = kernel.newWeights(library);
        Tensor byWeight = torch.empty(new long[] {weight.size(0), weight.size(1), 3, 3});
        Tensor byBias = torch.empty_like(bias);
        kernel.run(
            library,
            map -> {
              map.put(dnnl.DNNL_ARG_SRC, TensorMemory.ofMaps(library, x));
              map.put(dnnl.DNNL_ARG_DIFF_DST, TensorMemory.ofMaps(library, ofOutput));
              map.put(dnnl.DNNL_ARG_DIFF_WEIGHTS, ordered);
              map.put(dnnl.DNNL_ARG_DIFF_BIAS, TensorMemory.ofVector(library, byBias));
            });
        TensorMemory.copy(library, ordered, TensorMemory.ofWeights(library, byWeight));
        Tensor asWeights = torch.empty_like(weight).copy_(byWeight);
        return new ByWeights(asWeights.retainReference(), byBias.retainReference());
      }
    }
  }

  private CompiledKernel kernel(ConvolutionKernels.Pass pass, Tensor maps) {
    return library
        .kernels()
        .convolution(
            pass,
            new ConvolutionKernels.Size(
                maps.size(0),
                weight.size(1),
                weight.size(0),
                maps.size(2),
                maps.size(3),
                1,
                1,
                torch.get_num_threads()));
  }
}
