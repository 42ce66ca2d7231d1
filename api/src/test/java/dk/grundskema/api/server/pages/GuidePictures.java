package dk.grundskema.api.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.pages.Visit.Eyes;
import dk.grundskema.api.server.start.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The pictures in the guides for users: taken while the stories that the tests tell are told. {@code examples/pictures --guides} makes them. */
public final class GuidePictures {
    private GuidePictures() {}

    /** @param args the folder into which they go */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        setDefaultAssertionTimeout(30_000);
        try (Chromium chromium = Chromium.begin()) {
            for (String language : List.of("da", "en")) {
                var settings = Database.H2.fresh(Files.createTempDirectory("grundskema-guides"));
                try (Server server = Server.start(new PluginHouse(), settings, inTheCamp())) {
                    var album = new Album(folder, language);
                    new CampStory(chromium, server, Eyes.in(language), album).told();
                    new SchoolStory(chromium, server, Eyes.in(language), album).published();
                    new SchoolStory(chromium, server, Eyes.in(language), album).newStudents();
                }
            }
        }
    }

    /** A clock that goes on from a morning of the camp, so that whoever looks at a phone has something that day. */
    private static InstantSource inTheCamp() {
        Clock now = Clock.systemUTC();
        return Clock.offset(now, Duration.between(now.instant(), Instant.parse("2026-09-08T06:30:00Z")));
    }
}
