package dk.grundskema.api.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Finds the signed-in visitor of a page. */
public interface VisitorResolver {
    /**
     * Returns the visitor who makes a request.
     *
     * @param address address to return to after signing in
     * @return empty if nobody is signed in
     */
    Optional<Visitor> resolveVisitor(HttpServletRequest request, String address);
}
