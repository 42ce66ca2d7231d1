package dk.grundskema.api.service.testing;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.PageCatalogue.CataloguedPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Rates every page with Lighthouse in its default configuration: performance, accessibility and best practices for a mid-range phone.
 * {@code examples/benchmark lighthouse} prints it, and fails if a page is below its minimum.
 */
public final class LighthouseBenchmark {
    private static final List<String> KINDS = List.of("performance", "accessibility", "best-practices");
    /** Minimum score of each page, out of 100. */
    private static final int LEAST = 95;

    private LighthouseBenchmark() {}

    /** @param args path of Lighthouse's command; then the beginning of the names of the pages to be looked at, if not all */
    public static void main(String[] args) throws IOException, InterruptedException {
        var shortOf = new ArrayList<String>();
        System.out.printf("%-28s %s%n", "page", String.join(", ", KINDS));
        try (Server server = TestServices.start(TestDatabase.H2, Files.createTempDirectory("grundskema-lighthouse"))) {
            for (CataloguedPage place : PageCatalogue.create(server).all()) {
                boolean isAsked = args.length < 2 || place.name().startsWith(args[1]);
                if (place.isTrouble() || !isAsked) {
                    continue;
                }
                List<Integer> scores = scores(
                        Path.of(args[0]), "http://localhost:" + server.port() + place.path(), place.isForGuests());
                System.out.printf("%-28s %s%n", place.name(), scores);
                if (scores.stream().anyMatch(one -> one < LEAST)) {
                    shortOf.add(place.name());
                }
            }
        }
        System.out.println("below " + LEAST + ": " + shortOf);
        System.exit(shortOf.isEmpty() ? 0 : 1);
    }

    private static List<Integer> scores(Path lighthouse, String page, boolean isForGuests)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "node",
                lighthouse.toString(),
                page,
                "--quiet",
                "--chrome-flags=--headless=new --no-sandbox",
                "--only-categories=" + String.join(",", KINDS),
                "--output=json"));
        if (!isForGuests) {
            command.add("--extra-headers={\"Authorization\":\"Bearer " + TestDatabase.TOKEN + "\"}");
        }
        var building = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        building.environment()
                .putAll(Map.of(
                        "CHROME_PATH",
                        Chromium.programWithWindows()
                                .orElseThrow(
                                        () -> new IllegalStateException(
                                                "Lighthouse needs Chromium itself, not only its headless shell.\nInstall the package chromium."))
                                .toString(),
                        "CI",
                        "true"));
        Process process = building.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0
                || !(JsonTreeParser.parse(said) instanceof ReadResult.Success<Json> good)
                || !(Json.toJava(good.value()) instanceof Map<?, ?> report)
                || !(report.get("categories") instanceof Map<?, ?> categories)) {
            throw new IllegalStateException("Lighthouse said nothing of %s: %.300s".formatted(page, said));
        }
        return KINDS.stream().map(kind -> score(categories.get(kind))).toList();
    }

    private static int score(Object category) {
        if (category instanceof Map<?, ?> found && found.get("score") instanceof Number score) {
            return (int) Math.round(score.doubleValue() * 100);
        }
        throw new IllegalStateException(String.format(Locale.ROOT, "Lighthouse gave no score: %.200s", category));
    }
}
