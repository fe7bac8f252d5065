import io.butcherblock.dsl.History;
import io.butcherblock.dsl.LinearMultistep;

@LinearMultistep(order = 2, value = "y[n+1] = y[n-1] + 2 h f[n]", steps = 0, history = History.CARRIED)
interface ErroneousNoSteps {}
