package dk.grundskema.api.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.MediaType;

/** Renders problems as HTML pages for browsers; programs get problem details as JSON. */
public interface ErrorPageRenderer {
    /** Media type of the service's pages. */
    MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    /** Value of the header {@code Content-Security-Policy}: browsers may load and run only separate files of this service. */
    String POLICY =
            "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'";

    /**
     * Renders an error page in the language of the request.
     *
     * @param problem what went wrong
     * @param request the request that failed
     * @return the page, as HTML in UTF-8; empty if the client is a program or the resource is meant for programs
     */
    Optional<byte[]> render(ProblemDetails problem, HttpServletRequest request);
}
