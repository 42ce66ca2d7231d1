package dk.grundskema.api.server.pages;

import dk.grundskema.api.web.app.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * The pages of an area in each language.
 *
 * @param <P> what draws them
 */
public interface Spoken<P> {
    /** What comes instead of what was asked for, or that, in the visitor's language. */
    ResponseEntity<byte[]> page(HttpStatus status, HttpServletRequest request, BiFunction<P, Visitor, String> drawing);

    /** What was asked for, in the visitor's language. */
    default ResponseEntity<byte[]> page(HttpServletRequest request, BiFunction<P, Visitor, String> drawing) {
        return page(HttpStatus.OK, request, drawing);
    }
}
