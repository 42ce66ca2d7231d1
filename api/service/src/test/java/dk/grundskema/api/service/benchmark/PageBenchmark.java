package dk.grundskema.api.service.benchmark;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Measures pages and printed sheets: the response time of each for plans of several sizes, and the files that a browser loads on a first visit. The
 * parts of a plan are those that its pages link to. {@code examples/benchmark pages} runs it.
 */
public final class PageBenchmark {
    private static final Map<String, Integer> USUAL = Map.of("--requests", 40, "--steps", 500);
    private static final int WARM_UP = 20;
    private static final Pattern PART = Pattern.compile("href=\"(/plans/\\w+/(?:(?:lists|camp)/\\w+|\\w+))\"");
    private static final Pattern SHOWN =
            Pattern.compile("<option value=\"((WHOLE|DAY|TEAM|STAFF|ROOM|STUDENT)[^\"]*)\"");
    /** Sheets by their sort: of several there is a number in the name, and perhaps more. */
    private static final Pattern SHEET =
            Pattern.compile("href=\"(/plans/\\w+/print/([a-z-]+?)(?:-\\d[^\"]*)?\\.pdf)\"");

    private static final int PRINTED = 5;
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");

    private final Path launcher =
            Path.of("..", "..", "grundskema").toAbsolutePath().normalize();
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final BenchmarkOptions options;
    private String base = "";

    private PageBenchmark(BenchmarkOptions options) {
        this.options = options;
    }

    /**
     * Measures all.
     *
     * @param args problem files with a title before each, until the first option; then options and their numbers in turn
     */
    public static void main(String[] args) throws Exception {
        List<String> words = List.of(args);
        int options = 0;
        while (options < words.size() && !words.get(options).startsWith("--")) {
            options++;
        }
        new PageBenchmark(BenchmarkOptions.parse(USUAL, words.subList(options, words.size())))
                .run(words.subList(0, options));
    }

    private void run(List<String> titlesAndFiles) throws Exception {
        Machine.printLoad("begins");
        Path all = Files.createTempDirectory("grundskema-figures");
        try (var service = MeasuredService.start(launcher, all.resolve("service"))) {
            base = "http://localhost:" + service.port();
            for (int i = 0; i < titlesAndFiles.size(); i += 2) {
                measure(service, titlesAndFiles.get(i), Path.of(titlesAndFiles.get(i + 1)));
            }
            measureFirstVisit();
        } finally {
            Machine.deleteFolder(all);
        }
        Machine.printLoad("ends");
    }

    private void measure(MeasuredService service, String title, Path file) throws Exception {
        String plan = plan(service.administrator(), title, file);
        Set<String> pages = pages(plan);
        Map<String, Long> first = new HashMap<>();
        for (int i = 0; i < WARM_UP; i++) {
            for (String page : pages) {
                long asking = System.nanoTime();
                get(page);
                first.putIfAbsent(page, (System.nanoTime() - asking) / 1_000_000);
            }
        }
        System.out.println(title + ":");
        double worst = 0;
        for (String page : pages) {
            worst = Math.max(worst, measured(service, page, page.replace(plan, ""), first.getOrDefault(page, 0L)));
        }
        System.out.printf(Locale.ROOT, "%s: the slowest of %d pages has p95 %.1f ms%n", title, pages.size(), worst);
        sheets(plan);
    }

    /** Measures one sheet of each kind as a PDF, a few times after the first, because users do not print repeatedly. */
    private void sheets(String plan) throws Exception {
        Map<String, String> sorts = new LinkedHashMap<>();
        SHEET.matcher(text(plan + "/print")).results().forEach(one -> sorts.putIfAbsent(one.group(2), one.group(1)));
        for (Map.Entry<String, String> sort : sorts.entrySet()) {
            var micros = new long[PRINTED];
            int bytes = 0;
            long begun = System.nanoTime();
            for (int i = 0; i < PRINTED; i++) {
                long asking = System.nanoTime();
                bytes = get(sort.getValue()).body().length;
                micros[i] = (System.nanoTime() - asking) / 1000;
            }
            long first = micros[0] / 1000;
            System.out.printf(
                    Locale.ROOT,
                    "  sheets: %-16s first %5d ms, p50 %6.1f ms, %4d kB%n",
                    sort.getKey(),
                    first,
                    LatencyResult.of((System.nanoTime() - begun) / 1e9, micros).percentile(50),
                    bytes / 1024);
        }
    }

    private double measured(MeasuredService service, String page, String name, long first) throws Exception {
        int requests = options.number("--requests");
        var micros = new long[requests];
        int bytes = 0;
        double worked = service.processorSeconds();
        long begun = System.nanoTime();
        for (int i = 0; i < requests; i++) {
            long asking = System.nanoTime();
            bytes = get(page).body().length;
            micros[i] = (System.nanoTime() - asking) / 1000;
        }
        LatencyResult waited = LatencyResult.of((System.nanoTime() - begun) / 1e9, micros);
        System.out.printf(
                Locale.ROOT,
                "  %-24s first %5d ms, p50 %6.1f ms, p95 %6.1f ms, %5.1f ms of a processor, %4d kB as sent%n",
                name.isEmpty() ? "(overview)" : name.replaceAll(":[^&]*", ""),
                first,
                waited.percentile(50),
                waited.percentile(95),
                (service.processorSeconds() - worked) * 1000 / requests,
                bytes / 1024);
        return waited.percentile(95);
    }

    /** Returns the parts that the plan's page links to, the lists and steps of a camp, and one timetable of each kind. */
    private Set<String> pages(String plan) throws Exception {
        var pages = new LinkedHashSet<String>();
        pages.add(plan);
        for (String part : parts(plan)) {
            String page = request(part, "gzip").uri().getPath();
            pages.add(page);
            if (page.matches(".*/(lists|camp)/\\w+")) {
                parts(page).stream()
                        .filter(one -> one.startsWith(page.replaceAll("\\w+$", "")))
                        .forEach(pages::add);
            }
        }
        Set<String> kinds = new LinkedHashSet<>();
        SHOWN.matcher(text(plan + "/timetable")).results().forEach(one -> {
            if (kinds.add(one.group(2))) {
                pages.add(plan + "/timetable?of=" + one.group(1));
            }
        });
        return pages;
    }

    private Set<String> parts(String page) throws Exception {
        return PART.matcher(text(page)).results().map(one -> one.group(1)).collect(Collectors.toSet());
    }

    private String plan(ServiceClient client, String title, Path file) throws Exception {
        if (JsonTreeParser.parse(Files.readString(file)) instanceof ReadResult.Success<Json> good
                && Json.toJava(good.value()) instanceof Map<?, ?> read) {
            Map<String, Object> problem = new HashMap<>();
            read.forEach((key, value) -> problem.put(String.valueOf(key), value));
            BenchmarkPlan made = BenchmarkPlan.of(client, title, problem).solveFor(options.number("--steps"));
            return made.path().replace("/api/v1", "");
        }
        throw new IllegalStateException("The file (%s) is no JSON.".formatted(file));
    }

    /** Returns all files that a browser loads on its first visit. */
    private void measureFirstVisit() throws Exception {
        List<String> files = new ArrayList<>(List.of("/sign-in"));
        ASSET.matcher(text("/sign-in")).results().map(one -> one.group(1)).forEach(files::add);
        long bytes = 0;
        for (String file : files) {
            bytes += get(file).body().length;
        }
        System.out.printf("first page: %d files, %d kB as sent%n", files.size(), bytes / 1024);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return request(path, "gzip");
    }

    private String text(String path) throws IOException, InterruptedException {
        return new String(request(path, "identity").body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> request(String path, String encoding) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + TestDatabase.TOKEN)
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Accept-Language", "da")
                .header("Accept-Encoding", encoding)
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The page %s was answered %d.".formatted(path, answer.statusCode()));
        }
        return answer;
    }
}
