package dk.grundskema.api.service.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.TestSchool;
import java.util.ArrayList;
import java.util.List;

/** A user's browser session that records errors behind the pages: refused styles, failing scripts, missing files. */
public final class BrowserVisit implements AutoCloseable {
    /** How a visitor looks at pages. */
    public record ViewingMode(String language, ColorScheme scheme, int width, int height) {
        public static final ViewingMode DANISH = new ViewingMode("da", ColorScheme.LIGHT, 1280, 900);

        /** A planner's screen, in a language. */
        public static ViewingMode in(String language) {
            return new ViewingMode(language, ColorScheme.LIGHT, DANISH.width(), DANISH.height());
        }

        /** Returns a text of pages in the language of the session. */
        String reads(String danish, String english) {
            return language.equals("da") ? danish : english;
        }

        /** All that pages must be right for: both languages and colours, narrow and wide. */
        public static List<ViewingMode> all() {
            var all = new ArrayList<ViewingMode>();
            for (String language : List.of("da", "en")) {
                for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    all.add(new ViewingMode(language, scheme, 390, 844));
                    all.add(new ViewingMode(language, scheme, 1280, 900));
                    all.add(new ViewingMode(language, scheme, 1920, 1080));
                }
            }
            return all;
        }

        @Override
        public String toString() {
            return "%s-%s-%d".formatted(language, scheme.name().toLowerCase(java.util.Locale.ROOT), width);
        }
    }

    private final BrowserContext context;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();

    public BrowserVisit(Chromium chromium, Server server, ViewingMode eyes) {
        this(chromium, "http://localhost:" + server.port(), eyes);
    }

    /** @param base where the service is, without a slash at the end */
    public BrowserVisit(Chromium chromium, String base, ViewingMode eyes) {
        this.context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(base)
                        .setLocale(eyes.language())
                        .setColorScheme(eyes.scheme())
                        .setViewportSize(eyes.width(), eyes.height()));
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                troubles.add(message.text() + " " + message.location());
            }
        });
        page.onPageError(troubles::add);
    }

    public Page page() {
        return page;
    }

    /** Signs in on the page for it. */
    public BrowserVisit signInAs(TestSchool.Person person) {
        return signIn(person.signInName(), TestSchool.PASSWORD);
    }

    /** Signs in on the page for it. */
    public BrowserVisit signIn(String name, String password) {
        page.navigate("/sign-in");
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=password]").fill(password);
        page.locator("main button[type=submit], main form button").first().click();
        page.waitForURL(url -> !url.contains("sign-in"));
        return this;
    }

    /** Goes to a page, and waits for those of its parts that come a little later. */
    public Response open(String path) {
        Response answer = page.navigate(path);
        page.waitForFunction("() => !document.querySelector('[hx-trigger=load]')");
        return answer;
    }

    /** Returns the errors so far and clears them. Tests call it where they expect errors, because a missing page is an error to browsers. */
    public List<String> problems() {
        var all = List.copyOf(troubles);
        troubles.clear();
        return all;
    }

    @Override
    public void close() {
        page.unrouteAll(); // a request that is intercepted while the context closes is an error
        context.close();
        assertThat(troubles).as("errors of the browser").isEmpty();
    }
}
