package dk.grundskema.api.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.start.Server;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a browser, who notices what goes wrong behind the pages: refused styles, failing scripts, missing files. */
final class Visit implements AutoCloseable {
    /** How a visitor looks at pages. */
    record Eyes(String language, ColorScheme scheme, int width, int height) {
        static final Eyes DANISH = new Eyes("da", ColorScheme.LIGHT, 1280, 900);

        /** A planner's screen, in a language. */
        static Eyes in(String language) {
            return new Eyes(language, ColorScheme.LIGHT, DANISH.width(), DANISH.height());
        }

        /** What stands on pages in the language of these eyes. */
        String reads(String danish, String english) {
            return language.equals("da") ? danish : english;
        }

        /** All that pages must be right for: both languages and colours, narrow and wide. */
        static List<Eyes> all() {
            var all = new ArrayList<Eyes>();
            for (String language : List.of("da", "en")) {
                for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    all.add(new Eyes(language, scheme, 390, 844));
                    all.add(new Eyes(language, scheme, 1280, 900));
                    all.add(new Eyes(language, scheme, 1920, 1080));
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

    Visit(Chromium chromium, Server server, Eyes eyes) {
        this.context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + server.port())
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

    Page page() {
        return page;
    }

    /** Signs in on the page for it. */
    Visit as(School.Person person) {
        page.navigate("/sign-in");
        page.locator("input[name=name]").fill(person.signInName());
        page.locator("input[name=password]").fill(School.PASSWORD);
        page.locator("main button[type=submit], main form button").first().click();
        page.waitForURL(url -> !url.contains("sign-in"));
        return this;
    }

    /** Goes to a page, and waits for those of its parts that come a little later. */
    Response go(String path) {
        Response answer = page.navigate(path);
        page.waitForFunction("() => !document.querySelector('[hx-trigger=load]')");
        return answer;
    }

    /** What went wrong is known to whoever looks here, and expected: a page that isn't there is an error to browsers. */
    List<String> troubles() {
        var all = List.copyOf(troubles);
        troubles.clear();
        return all;
    }

    @Override
    public void close() {
        context.close();
        assertThat(troubles).as("what the browser complained of").isEmpty();
    }
}
