import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;

@LinearMultistep(
    order = 1,
    parameters = "k in [0, 1], start 1/2",
    value = "y[n+1] = (1-k) y[n] + k y[n-1] + (1+k) h f[n]",
    steps = 3,
    start = Start.ZERO_HISTORY)
interface ErroneousFamilyZeroHistory {}
