package dk.grundskema.api.server.pages;

import com.microsoft.playwright.Page;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.pages.Places.Place;
import dk.grundskema.api.server.pages.Visit.Eyes;
import dk.grundskema.api.server.start.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pictures of every page, in both languages and colours, narrow and wide. {@code examples/pictures} makes them. */
public final class Pictures {
    private Pictures() {}

    /** @param args the folder into which they go; then the beginning of the names of the pages to be seen, if not all */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        try (Server server = Services.start(Database.H2, Files.createTempDirectory("grundskema-pictures"));
                Chromium chromium = Chromium.begin()) {
            Places places = Places.on(server);
            for (Eyes eyes : Eyes.all()) {
                try (var guest = new Visit(chromium, server, eyes);
                        var planner = new Visit(chromium, server, eyes).as(places.planner())) {
                    for (Place place : places.all()) {
                        if (args.length > 1 && !place.name().startsWith(args[1])) {
                            continue;
                        }
                        Visit visit = place.isForGuests() ? guest : planner;
                        visit.go(place.path());
                        visit.page()
                                .screenshot(new Page.ScreenshotOptions()
                                        .setPath(folder.resolve(place + "-" + eyes + ".png"))
                                        .setFullPage(true));
                        if (place.isTrouble()) {
                            visit.troubles();
                        }
                    }
                }
                System.out.println(eyes);
            }
        }
    }
}
