import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;

@LinearMultistep(order = 1, value = "y[n+1] = y[n-1] + 2 h f[n-1]", steps = 4, start = Start.ZERO_HISTORY)
interface ErroneousEmptyStep {}
