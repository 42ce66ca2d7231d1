package dk.grundskema.api.server.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.MediaType;

/** Says problems to people: whoever reads answers in a browser gets a page, programs get what they can take apart. */
public interface ProblemPages {
    /** Media type of our pages. */
    MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    /** What browsers may load and run for our pages, as the header {@code Content-Security-Policy} has it: what is ours, in files of its own. */
    String POLICY =
            "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'";

    /**
     * A page that says what went wrong, in the language of the request.
     *
     * @param problem what went wrong
     * @param request what was asked
     * @return the page, as HTML in UTF-8; empty if a program asks, or if what was asked is meant for programs
     */
    Optional<byte[]> of(ProblemDetails problem, HttpServletRequest request);
}
