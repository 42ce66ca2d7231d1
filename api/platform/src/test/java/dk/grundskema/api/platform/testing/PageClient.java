package dk.grundskema.api.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.start.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser with cookies, but without scripts and automatic redirects. */
public final class PageClient {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;
    private String csrf = "";

    public PageClient(Server server) {
        this("http://localhost:" + server.port());
    }

    /** Somebody who has signed in. */
    public static PageClient signedInAs(TestSchool.Person person) {
        return signedIn(person.school().server(), person);
    }

    /** @param base where the service is, without a slash at the end */
    public PageClient(String base) {
        this.base = base;
    }

    /** Somebody who has signed in. */
    public static PageClient signedIn(Server server, TestSchool.Person person) {
        var surfer = new PageClient(server);
        surfer.signIn(person.signInName(), TestSchool.PASSWORD);
        return surfer;
    }

    /** Signs in on the page for it; fails if the service refuses. */
    public void signIn(String name, String password) {
        get("/sign-in");
        HttpResponse<String> answer = submit("/sign-in", Map.of("name", name, "password", password, "to", "/"));
        assertThat(List.of(answer.statusCode(), redirectTarget(answer)))
                .as("the sign-in of %s", name)
                .isEqualTo(List.of(303, "/"));
    }

    /** Goes to a page, of which a form is to be sent. */
    public PageClient open(String path) {
        get(path);
        return this;
    }

    /** A page. */
    public HttpResponse<String> get(String path) {
        HttpResponse<String> page = send(request(path).GET());
        Matcher field = CSRF.matcher(page.body());
        if (field.find()) {
            csrf = field.group(1);
        }
        return page;
    }

    /** A file, each byte as a letter of Latin 1. */
    public HttpResponse<String> getBytes(String path, String... headers) {
        HttpRequest.Builder request = request(path).GET();
        return send(
                headers.length == 0 ? request : request.headers(headers),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }

    /** Sends a form of the page that was looked at last. */
    public HttpResponse<String> submit(String path, Map<String, String> fields, String... headers) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(csrf.isEmpty() ? form : form + "&csrf=" + csrf));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Sends a form with files of the page that was looked at last. */
    public HttpResponse<String> submitFiles(
            String path, Map<String, String> fields, Map<String, String> files, String... headers) {
        var body = new StringBuilder();
        fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value));
        part(body, "name=\"csrf\"", csrf);
        files.forEach((name, content) -> part(body, "name=\"files\"; filename=\"" + name + "\"", content));
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "multipart/form-data; boundary=graense")
                .POST(HttpRequest.BodyPublishers.ofString(body + "--graense--\r\n"));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Sends a form with one file of the page that was looked at last. */
    public HttpResponse<String> submitFile(String path, String field, String name, String content) {
        var body = new StringBuilder();
        part(body, "name=\"csrf\"", csrf);
        part(body, "name=\"" + field + "\"; filename=\"" + name + "\"", content);
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=graense")
                .POST(HttpRequest.BodyPublishers.ofString(body + "--graense--\r\n")));
    }

    private static void part(StringBuilder body, String names, String content) {
        body.append("--graense\r\nContent-Disposition: form-data; ")
                .append(names)
                .append("\r\n\r\n")
                .append(content)
                .append("\r\n");
    }

    /** Drops the CSRF value, which a page of another site does not know. */
    public PageClient forgetPage() {
        csrf = "";
        return this;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Accept-Language", "da");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(HttpRequest.Builder request, HttpResponse.BodyHandler<String> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String redirectTarget(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
