package dk.grundskema.api.service.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.start.ServiceApplication;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

/** Takes the pictures of the user guides while the stories of the tests run. {@code examples/pictures --guides} makes them. */
public final class GuideScreenshots {
    private GuideScreenshots() {}

    /** @param args the folder into which they go */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        setDefaultAssertionTimeout(30_000);
        try (Chromium chromium = Chromium.begin()) {
            for (String language : List.of("da", "en")) {
                var settings = TestDatabase.H2.fresh(Files.createTempDirectory("grundskema-guides"));
                try (Server server =
                        Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings, campClock())) {
                    var album = new ScreenshotAlbum(folder, language);
                    new CampCoordinatorStory(chromium, server, ViewingMode.in(language), album).tell();
                    new SchoolPlannerStory(chromium, server, ViewingMode.in(language), album).tellUntilPublished();
                    new SchoolPlannerStory(chromium, server, ViewingMode.in(language), album).tellOfNewStudents();
                    if (language.equals("en")) { // for docs/change.md
                        var changes = new ChangeKindsStory(chromium, server, ViewingMode.in(language), album);
                        changes.tell("small-groups", LocalDate.of(2026, 10, 5));
                        changes.tell("school-12-classes", LocalDate.of(2026, 11, 2));
                    }
                }
            }
        }
    }

    /** A clock that starts on a morning of the camp, so that a phone shows events of that day. */
    private static InstantSource campClock() {
        Clock now = Clock.systemUTC();
        return Clock.offset(now, Duration.between(now.instant(), Instant.parse("2026-09-08T06:30:00Z")));
    }
}
