package dk.grundskema.api.service.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * The pages of an area in each language.
 *
 * @param <P> type of the page renderer
 */
public interface LocalizedPages<P> {
    /** Renders a page in the visitor's language with the given status. */
    ResponseEntity<byte[]> render(
            HttpStatus status, HttpServletRequest request, BiFunction<P, Visitor, String> drawing);

    /** Renders a page in the visitor's language with status 200. */
    default ResponseEntity<byte[]> render(HttpServletRequest request, BiFunction<P, Visitor, String> drawing) {
        return render(HttpStatus.OK, request, drawing);
    }
}
