package dk.grundskema.api.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramVersionTest {
    private static final PluginRegistry NO_PLUGINS = PluginRegistry.of(List.of());

    @Test
    void anotherFormatOfTheStatusMakesAnotherVersion() {
        String version = PluginPlanningFacade.programVersion(NO_PLUGINS, PlanStatus.FORMAT);

        assertThat(PluginPlanningFacade.programVersion(NO_PLUGINS, PlanStatus.FORMAT + 1))
                .isNotEqualTo(version)
                .hasSize(64);
        assertThat(PluginPlanningFacade.programVersion(NO_PLUGINS, PlanStatus.FORMAT))
                .isEqualTo(version);
    }
}
