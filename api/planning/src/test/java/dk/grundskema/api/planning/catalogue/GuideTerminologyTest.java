package dk.grundskema.api.planning.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guides for users call things as pages do. */
final class GuideTerminologyTest {
    private static final String CAMP = "camp";

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void thePlannersGuideNamesTheTypesOfInterventionsAsTheirFormsDo(String language) throws IOException {
        String guide = Files.readString(Path.of("../../docs/user/planner." + language + ".md"));
        var types = new PluginPlanningFacade()
                .plugins().all().stream()
                        .filter(one -> !one.type().id().equals(CAMP))
                        .toList();
        assertThat(types).hasSizeGreaterThan(3);
        assertThat(types)
                .allSatisfy(one -> assertThat(guide)
                        .contains("*" + one.texts(Locale.of(language)).getString("type.name") + "*"));
    }
}
