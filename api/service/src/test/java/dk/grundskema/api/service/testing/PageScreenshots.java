package dk.grundskema.api.service.testing;

import com.microsoft.playwright.Page;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.api.service.testing.PageCatalogue.CataloguedPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pictures of every page, in both languages and colours, narrow and wide. {@code examples/pictures} makes them. */
public final class PageScreenshots {
    private PageScreenshots() {}

    /** @param args the folder into which they go; then the beginning of the names of the pages to be seen, if not all */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        try (Server server = TestServices.start(TestDatabase.H2, Files.createTempDirectory("grundskema-pictures"));
                Chromium chromium = Chromium.begin()) {
            PageCatalogue places = PageCatalogue.create(server);
            for (ViewingMode eyes : ViewingMode.all()) {
                try (var guest = new BrowserVisit(chromium, server, eyes);
                        var planner = new BrowserVisit(chromium, server, eyes).signInAs(places.planner())) {
                    for (CataloguedPage place : places.all()) {
                        if (args.length > 1 && !place.name().startsWith(args[1])) {
                            continue;
                        }
                        BrowserVisit visit = place.isForGuests() ? guest : planner;
                        visit.open(place.path());
                        visit.page()
                                .screenshot(new Page.ScreenshotOptions()
                                        .setPath(folder.resolve(place + "-" + eyes + ".png"))
                                        .setFullPage(true));
                        if (place.isTrouble()) {
                            visit.problems();
                        }
                    }
                }
                System.out.println(eyes);
            }
        }
    }
}
