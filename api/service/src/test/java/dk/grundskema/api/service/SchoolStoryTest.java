package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.api.service.testing.Chromium;
import dk.grundskema.api.service.testing.SchoolPlannerStory;
import dk.grundskema.api.service.testing.ScreenshotAlbum;
import dk.grundskema.api.service.testing.TestServices;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story of a school planner in a real browser. */
@Tag("browser")
final class SchoolStoryTest {
    /** From dropped lists to a published link: the school's limit. */
    private static final int MOST_STEPS = 30;

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

    private static SchoolPlannerStory story() {
        return new SchoolPlannerStory(chromium, server, ViewingMode.DANISH, ScreenshotAlbum.none());
    }

    @Test
    void fromTheSchoolsFilesToLinksAndTwoScenarios() throws Exception {
        assertThat(story().tellUntilPublished()).isBetween(8, MOST_STEPS);
    }

    @Test
    void newStudentsInWeekThirtyEightChangeAsLittleAsPossible() {
        story().tellOfNewStudents();
    }
}
