package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.api.service.testing.CampCoordinatorStory;
import dk.grundskema.api.service.testing.Chromium;
import dk.grundskema.api.service.testing.ScreenshotAlbum;
import dk.grundskema.api.service.testing.TestServices;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The story of a camp coordinator in a real browser. It uses its own service, because the camp is put into use and then binds its staff. */
@Tag("browser")
final class CampStoryTest {
    /** From dropped lists to a published link: the camp's limit. */
    private static final int MOST_STEPS = 25;

    private static Chromium chromium;
    private static Server server;

    @BeforeAll
    static void begin(@TempDir Path folder) {
        chromium = Chromium.shared();
        server = TestServices.start(TestDatabase.H2, folder);
    }

    @AfterAll
    static void end() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void fromListsToAPublishedCampAndADayOnWhichATeacherIsIll(String language) {
        int steps = new CampCoordinatorStory(chromium, server, ViewingMode.in(language), ScreenshotAlbum.none()).tell();
        assertThat(steps).isBetween(8, MOST_STEPS);
    }
}
