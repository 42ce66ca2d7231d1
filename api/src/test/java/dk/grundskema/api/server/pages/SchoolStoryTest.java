package dk.grundskema.api.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.pages.Visit.Eyes;
import dk.grundskema.api.server.start.Server;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A school planner's story, told in a real browser. */
@Tag("full")
final class SchoolStoryTest {
    /** From dropped lists to a published link: the school's limit. */
    private static final int MOST_STEPS = 30;

    private static Chromium chromium;
    private static Server server;

    @BeforeAll
    static void begin(@TempDir Path folder) {
        setDefaultAssertionTimeout(20_000); // a machine with much else to do
        chromium = Chromium.begin();
        server = Services.start(Database.H2, folder);
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
            server.close();
        }
    }

    private static SchoolStory story() {
        return new SchoolStory(chromium, server, Eyes.DANISH, Album.none());
    }

    @Test
    void fromTheSchoolsFilesToLinksAndTwoScenarios() throws Exception {
        assertThat(story().published()).isBetween(8, MOST_STEPS);
    }

    @Test
    void newStudentsInWeekThirtyEightChangeAsLittleAsPossible() {
        story().newStudents();
    }
}
