package dk.grundskema.api.platform.traffic;

import static dk.grundskema.api.platform.traffic.AttackedServiceExtension.SIGNED_IN;
import static dk.grundskema.api.platform.traffic.AttackedServiceExtension.assertRefused;
import static dk.grundskema.api.platform.traffic.AttackedServiceExtension.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, methods and headers that are tricks are refused, each as the standard says. */
final class HostileRequestLinesTest {
    @RegisterExtension
    static final AttackedServiceExtension service = new AttackedServiceExtension();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "400 rest.status-400 GET /api/v1/../../etc/passwd",
                "400 rest.status-400 GET /api/v1/organisations/%2e%2e/%2e%2e/etc",
                "400 rest.status-400 GET /api/v1/organisations/a%00b",
                "400 rest.status-400 GET /api/v1/organisations/a;b=c",
                "404 rest.status-404 GET //api/v1/organisations",
                "404 rest.status-404 GET /api/v1//organisations//x",
                "404 rest.not-found GET /api/v1/organisations/a%2fb",
                "400 rest.status-400 GET /api/v1/organisations/a%5cb",
                "400 rest.status-400 GET /api/v1/organisations/%",
                "400 rest.status-400 GET /api/v1/organisations/%c3%28",
                "400 rest.status-400 GET /api/v1/organisations/a b",
                "400 rest.status-400 GET /api/v1/organisations/<script>",
                "404 rest.status-404 GET /nothing/here",
                "404 rest.status-404 GET /error",
                "404 rest.status-404 GET /actuator/env",
                "404 rest.status-404 GET /actuator/heapdump",
                "400 rest.bad-parameter GET /api/v1/organisations/home/audit?after=%00",
                "400 rest.status-400 GET /api/v1/organisations/home/audit?after=%ff",
                "405 rest.status-405 TRACE /api/v1/organisations",
                "405 rest.status-405 PATCH /api/v1/organisations",
                "501 rest.status-501 MADE-UP /api/v1/organisations",
                "405 rest.status-405 DELETE /api/v1/organisations",
            })
    void pathsAndMethodsThatAreTricks(String trick) throws IOException {
        String[] parts = trick.split(" ", 3);
        String answer = service.raw(request(parts[2], SIGNED_IN));
        assertRefused(answer, Integer.parseInt(parts[0]), parts[1]);
        assertThat(answer.contains("\r\nAllow: "))
                .as("a 405 lists the allowed methods: %s", answer)
                .isEqualTo(parts[0].equals("405"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "404 X: a\r\n b\r\n",
                "400 X\u0000: a\r\n",
                "400 X: a\u0000b\r\n",
                "400 If-Match: *\r\nX : y\r\n",
                "400 : nothing\r\n",
                "400 Content-Length: -1\r\n",
                "400 Content-Length: 1\r\nContent-Length: 2\r\n",
                "501 Transfer-Encoding: nonsense\r\n",
                "404 Accept-Language: xxxxxxxxxxxxxxxxxxxx\r\n",
                "404 Accept: nonsense\r\n",
                "404 Cookie: a=\"b; c\r\n",
                "404 Range: bytes=0-,0-,0-,0-\r\n",
                "404 X: \u00ff\u00fe\u00e6\r\n",
                "404 X-Forwarded-For: 10.0.0.1\r\nX-Forwarded-Host: evil.example\r\nForwarded: for=x\r\n",
            })
    void headersThatAreTricks(String trick) throws IOException {
        int status = Integer.parseInt(trick.substring(0, 3));
        String answer = service.raw(request("GET /api/v1/organisations/none", SIGNED_IN + trick.substring(4)));
        assertRefused(answer, status, status == 404 ? "rest.not-found" : "rest.status-" + status);
        assertThat(answer).doesNotContain("evil.example");
    }

    /** Sources: RFC 6585, chapter 5, and RFC 9112, chapter 3. */
    @Test
    void headersWithoutEnd() throws IOException {
        assertRefused(service.raw(request("GET /api/v1/organisations/none", "X: " + "a".repeat(40_000) + "\r\n")), 431);
        assertRefused(service.raw(request("GET /" + "a".repeat(40_000), "")), 414);
        assertRefused(service.raw(request("GET /", "A: b\r\n".repeat(5_000))), 431);
    }
}
