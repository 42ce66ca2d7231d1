package dk.grundskema.api.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.TestSchool;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps cookies by address and port, and follows nothing by itself. */
final class CookieBrowser {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    HttpResponse<String> submitSignInForm(HttpResponse<String> page, String person)
            throws IOException, InterruptedException {
        Matcher csrf = CSRF.matcher(page.body());
        assertThat(csrf.find()).as(page.body()).isTrue();
        String form = "username=" + encoded(person) + "&password=" + encoded(TestSchool.PASSWORD) + "&_csrf="
                + encoded(csrf.group(1));
        return send(HttpRequest.newBuilder(page.uri().resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        String place = request.build().uri().getAuthority();
        Map<String, String> known = cookies.computeIfAbsent(place, fresh -> new TreeMap<>());
        if (!known.isEmpty()) {
            var all = new StringBuilder();
            known.forEach((name, value) -> all.append(all.isEmpty() ? "" : "; ")
                    .append(name)
                    .append('=')
                    .append(value));
            request.header("Cookie", all.toString());
        }
        HttpResponse<String> answer = HTTP.send(
                request.header("Accept", "text/html, */*;q=0.8").build(), HttpResponse.BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(cookie -> {
            String pair = cookie.substring(0, (cookie + ";").indexOf(';'));
            known.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        });
        return answer;
    }

    /** Shares the cookies of an address with another one, as if two processes were behind one address. */
    void addAlias(String place, String other) {
        cookies.put(other, cookies.computeIfAbsent(place, fresh -> new TreeMap<>()));
    }

    /** Signs in at the issuer, beginning at a service; the last answer sends the browser back to the service, with all that it must bring. */
    String signInAtIssuer(String service, String person) throws IOException, InterruptedException {
        HttpResponse<String> page = get(service + OidcConfiguration.BEGIN);
        while (page.statusCode() == 302) {
            String next = redirectLocation(page);
            if (URI.create(next).getPath().startsWith("/login/oauth2/code/")) {
                return next;
            }
            page = get(next);
            if (page.statusCode() == 200) {
                page = submitSignInForm(page, person);
            }
        }
        throw new AssertionError(page.statusCode() + " " + page.body());
    }

    /** Where an answer sends the browser. */
    static String redirectLocation(HttpResponse<String> page) {
        return page.uri()
                .resolve(page.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new AssertionError(page.statusCode() + " " + page.body())))
                .toString();
    }
}
