import io.butcherblock.dsl.History;
import io.butcherblock.dsl.LinearMultistep;

@LinearMultistep(order = 3, value = "y[n+1] = y[n] + 23/12 h f[n] - 4/3 h f[n-1] + 5/12 h f[n-2]", steps = 1, history = History.CARRIED)
interface ErroneousNetworkStart {}
