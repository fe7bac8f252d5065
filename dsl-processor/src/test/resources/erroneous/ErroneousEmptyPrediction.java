import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;

@LinearMultistep(
    order = 2,
    value = "y[n+1] = y[n] + 1/2 h f[n+1] + 1/2 h f[n]",
    predictor = "y[n+1] = y[n-1] + 2 h f[n-1]",
    start = Start.ZERO_HISTORY,
    steps = 4)
interface ErroneousEmptyPrediction {}
