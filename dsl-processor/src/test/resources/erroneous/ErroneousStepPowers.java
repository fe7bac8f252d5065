import io.butcherblock.dsl.History;
import io.butcherblock.dsl.LinearMultistep;

@LinearMultistep(order = 2, value = "y[n+1] = 2 y[n] - y[n-1] + h^2 f[n] + h f[n-1]", steps = 1, history = History.CARRIED)
interface ErroneousStepPowers {}
