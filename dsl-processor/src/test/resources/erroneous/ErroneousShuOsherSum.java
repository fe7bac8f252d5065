import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.TableauForm;

@ButcherTableau(order = 3, form = TableauForm.SHU_OSHER, value = """
    1            |  1
    3/4  1/4     |  0  1/4
    1/3  0  1/3  |  0   0   2/3
    """)
interface ErroneousShuOsherSum {}
